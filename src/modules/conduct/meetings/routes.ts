import { z } from 'zod';
import type { Pools } from '../../../platform/database/transact.ts';
import { permission } from '../../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import { words } from '../../../platform/words.ts';
import { boardOf, listMeetings } from './board.ts';
import * as contract from './contract.ts';

const see = permission({
  name: 'life-meetings.see',
  words: words('查看生活会查摆问题', 'See life meetings and their points'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'UNIT_HEAD', 'UNIT_STAFF'],
});

/** Life meetings and the board of their points; points move through the routes of all matters. */
export const meetingRoutes = (pools: Pools): Route[] => [
  defineRoute({
    method: 'GET',
    path: '/api/conduct/life-meetings',
    words: words('民主生活会、组织生活会', 'Life meetings'),
    permission: see,
    query: contract.pageQuery,
    response: contract.lifeMeetings,
    handle: ({ session }, { query }) => listMeetings(pools, session, query),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/conduct/life-meetings/:record',
    words: words('生活会查摆问题', 'The points of a life meeting'),
    permission: see,
    params: z.object({ record: z.uuid() }),
    response: contract.board,
    handle: ({ session }, { params }) => boardOf(pools, session, params.record),
  }),
];
