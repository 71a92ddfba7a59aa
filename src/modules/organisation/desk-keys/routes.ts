import { z } from 'zod';
import { type Pools, transact } from '../../../platform/database/transact.ts';
import { permission } from '../../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import { words } from '../../../platform/words.ts';
import { deskKeyList, endedDeskKey, newDeskKey, writtenDeskKey } from '../contract.ts';
import { endDeskKey, ending, listDeskKeys, makeDeskKey, making } from './service.ts';

const see = permission({
  name: 'desk-keys.see',
  words: words('查看举报公钥', 'See the desk keys'),
  roles: ['DISCIPLINE_LIAISON', 'AUDITOR', 'OFFICE_DIRECTOR'],
});
const keep = permission({
  name: 'desk-keys.keep',
  words: words('管理举报公钥', 'Keep the desk keys'),
  roles: ['DISCIPLINE_LIAISON'],
});

/** The discipline desk's keys, for the desk and those who oversee it. Whoever seals takes those in force from the public door. */
export function deskKeyRoutes(pools: Pools): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/desk-keys',
      words: words('举报公钥', 'Desk keys'),
      permission: see,
      response: deskKeyList,
      handle: async ({ session }) => ({ keys: await transact(pools, session, 'read', listDeskKeys) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/desk-keys',
      words: words('启用举报公钥', 'Bring a desk key into force'),
      permission: keep,
      acts: [making],
      body: newDeskKey,
      response: writtenDeskKey,
      handle: ({ session }, { body }) => makeDeskKey(pools, session, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/desk-keys/:record/end',
      words: words('停用举报公钥', 'End a desk key'),
      permission: keep,
      acts: [ending],
      params: z.object({ record: z.uuid() }),
      body: endedDeskKey,
      response: writtenDeskKey,
      handle: ({ session }, { params, body }) => endDeskKey(pools, session, params.record, body),
    }),
  ];
}
