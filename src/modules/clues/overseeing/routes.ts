import type { Role } from '../../../platform/access/roles.ts';
import { permission } from '../../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import { words } from '../../../platform/words.ts';
import * as contract from '../contract/overseeing.ts';
import { openings } from '../registers.ts';
import { emergenciesFor } from './openings.ts';
import { boardOf } from './supervisions.ts';

const supervise = permission({
  name: 'clues.supervision-board',
  words: words('查看督办看板', 'See the board of supervised clues'),
  roles: ['SUPERVISOR', 'OFFICE_DIRECTOR', 'CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'AUDITOR'],
});
const oversee = permission({
  name: 'clues.emergencies',
  words: words('查看紧急查阅', 'See emergency openings'),
  roles: Object.keys(openings.policy.read) as Role[],
});

/** What those who supervise and oversee look at. */
export function overseeingRoutes(desk: RecordDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/clue-supervisions',
      words: words('督办看板', 'Board of supervised clues'),
      permission: supervise,
      query: contract.boardQuery,
      response: contract.supervisionBoard,
      handle: ({ session }, { query }) => boardOf(desk, session, query.offset),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/clue-openings',
      words: words('紧急查阅记录', 'Emergency openings of clues'),
      permission: oversee,
      query: contract.emergencyQuery,
      response: contract.emergencies,
      handle: ({ session }, { query }) => emergenciesFor(desk, session, query.cursor),
    }),
  ];
}
