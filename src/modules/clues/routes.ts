import { z } from 'zod';
import { transact } from '../../platform/database/transact.ts';
import { permission } from '../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { RecordDesk } from '../../platform/register/records/desk.ts';
import { words } from '../../platform/words.ts';
import { breakingGlass, openInEmergency } from './emergency.ts';
import { clueLifecycle } from './lifecycle.ts';
import { gaps } from './store.ts';

const breakGlass = permission({
  name: 'clues.break-glass',
  words: breakingGlass.words,
  roles: ['APPROVER', 'SUPERVISOR', 'OFFICE_DIRECTOR', 'AUDITOR'],
});
const oversee = permission({
  name: 'clues.oversee',
  words: words('查看线索承办缺口', 'See clues without a handler'),
  roles: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'AUDITOR', 'OFFICE_DIRECTOR'],
});

/** What clues need beside the routes that all matters and all registers share. */
export function clueRoutes(desk: RecordDesk): Route[] {
  const inHand = Object.keys(clueLifecycle.states).filter((state) => !clueLifecycle.final.includes(state as never));
  return [
    defineRoute({
      method: 'POST',
      path: '/api/clues/:record/break-glass',
      words: breakingGlass.words,
      permission: breakGlass,
      acts: [breakingGlass],
      params: z.object({ record: z.uuid() }),
      body: z.object({ reason: z.string().trim().min(10).max(500) }),
      response: z.object({ until: z.string() }),
      handle: ({ session }, { params, body }) => openInEmergency(desk, session, params.record, body.reason),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/clues/gaps',
      words: words('承办缺口', 'Clues without a handler'),
      permission: oversee,
      response: z.array(z.object({ clue: z.uuid(), officer: z.uuid(), grounds: z.array(z.string()) })),
      handle: ({ session }) => transact(desk.pools, session, 'read', (tx) => gaps(tx, inHand)),
    }),
  ];
}
