import { z } from 'zod';
import { permission } from '../../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { words } from '../../../platform/words.ts';
import { talkMatter } from '../matters.ts';
import { asking, noting } from './acts.ts';
import * as contract from './contract.ts';
import { dueTalks, talkCoverage } from './duties.ts';
import { askForTalk, ownTalks, recordTalk, unconfirmedTalks, viewTalk, writeNotes } from './service.ts';

const see = permission({
  name: 'talks.see',
  words: words('查看应谈和已谈情况', 'See talks that are due and held'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'UNIT_HEAD', 'UNIT_STAFF'],
});
const record = permission({
  name: 'talks.record',
  words: words('登记谈话', 'Record talks'),
  roles: ['UNIT_HEAD', 'UNIT_STAFF', 'OFFICE_STAFF'],
});
const ask = permission({
  name: 'talks.ask',
  words: words('登记必谈事项', 'Ask for talks'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'DISCIPLINE_LIAISON', 'UNIT_HEAD', 'UNIT_STAFF'],
});
const own = permission({
  name: 'talks.own',
  words: words('查看本人谈话', 'See own talks'),
  roles: ['OFFICER_SELF'],
});
const open = permission({
  name: 'talks.open',
  words: words('打开谈话', 'Open a talk'),
  roles: [...see.roles, 'OFFICER_SELF'],
});
const byRecord = z.object({ record: z.uuid() });

/** Talks that are due, held and confirmed. Their steps go through the routes of all matters. */
export function talkRoutes(desk: MatterDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/conduct/talks/due',
      words: words('应谈名单', 'Talks that are due'),
      permission: see,
      query: contract.dueQuery,
      response: contract.due,
      handle: ({ session }, { query }) => dueTalks(desk, session, query),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/talks/coverage',
      words: words('各单位谈话覆盖情况', 'How far each unit is with its talks'),
      permission: see,
      response: contract.coverage,
      handle: async ({ session }) => ({ units: await talkCoverage(desk, session) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/talks/unconfirmed',
      words: words('未经双方确认的谈话', 'Talks that one of the two has not confirmed'),
      permission: see,
      query: contract.unconfirmedQuery,
      response: contract.unconfirmed,
      handle: ({ session }, { query }) => unconfirmedTalks(desk, session, query.cursor),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/talks',
      words: words('登记谈话', 'Record a talk'),
      permission: record,
      acts: [talkMatter.acts.HOLD!],
      body: contract.recording,
      response: contract.recorded,
      handle: ({ session }, { body }) => recordTalk(desk, session, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/talks/:record/notes',
      words: noting.words,
      permission: record,
      acts: [noting],
      params: byRecord,
      body: contract.notes,
      response: contract.asked,
      handle: async ({ session }, { params, body }) => ({
        record: await writeNotes(desk, session, params.record, body),
      }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/talks/:record',
      words: words('谈话', 'A talk'),
      permission: open,
      params: byRecord,
      response: contract.openTalk,
      handle: ({ session }, { params }) => viewTalk(desk, session, params.record),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/talk-triggers',
      words: asking.words,
      permission: ask,
      acts: [asking],
      body: contract.asking,
      response: contract.asked,
      handle: async ({ session }, { body }) => ({ record: await askForTalk(desk, session, body) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/own-talks',
      words: words('我的谈话', 'My talks'),
      permission: own,
      response: contract.talks,
      handle: async ({ session }) => ({ talks: await ownTalks(desk, session) }),
    }),
  ];
}
