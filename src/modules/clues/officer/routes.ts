import { z } from 'zod';
import { permission } from '../../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import { words } from '../../../platform/words.ts';
import * as contract from '../contract/my-file.ts';
import { clearingMatter, hearingMatter, reviewMatter } from './matter.ts';
import { askForReview, ownFile, takeOwnStep } from './my-file.ts';

const own = permission({
  name: 'clues.my-file',
  words: words('查看和办理本人事项', 'See and act on the own file'),
  roles: ['OFFICER_SELF'],
});
const ofRecord = z.object({ record: z.uuid() });

/** The officer's own file: what was told, what to say to it, and what to ask for. Nobody else's file has a route. */
export function myFileRoutes(desk: MatterDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/my-file',
      words: words('我的事项', 'My file'),
      permission: own,
      response: contract.ownFile,
      handle: ({ session }) => ownFile(desk, session),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/my-file/hearings/:record/statements',
      words: hearingMatter.acts.STATE!.words,
      permission: own,
      acts: [hearingMatter.acts.STATE!],
      params: ofRecord,
      body: contract.stated,
      response: contract.taken,
      handle: ({ session }, { params, body: { version, text, evidence } }) =>
        takeOwnStep(
          desk,
          session,
          hearingMatter,
          { ...params, version, action: 'STATE' },
          { text, evidenceGiven: evidence },
        ),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/my-file/hearings/:record/waiver',
      words: hearingMatter.acts.WAIVE!.words,
      permission: own,
      acts: [hearingMatter.acts.WAIVE!],
      params: ofRecord,
      body: contract.seen,
      response: contract.taken,
      handle: ({ session }, { params, body }) =>
        takeOwnStep(desk, session, hearingMatter, { ...params, ...body, action: 'WAIVE' }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/my-file/requests',
      words: reviewMatter.acts.ASK!.words,
      permission: own,
      acts: [reviewMatter.acts.ASK!],
      body: contract.asking,
      response: contract.taken,
      handle: ({ session }, { body }) => askForReview(desk, session, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/my-file/requests/:record/withdrawal',
      words: reviewMatter.acts.WITHDRAW!.words,
      permission: own,
      acts: [reviewMatter.acts.WITHDRAW!],
      params: ofRecord,
      body: contract.seen,
      response: contract.taken,
      handle: ({ session }, { params, body }) =>
        takeOwnStep(desk, session, reviewMatter, { ...params, ...body, action: 'WITHDRAW' }),
    }),
    ...(['CONSENT', 'DECLINE'] as const).map((action) =>
      defineRoute({
        method: 'POST',
        path: `/api/my-file/clearings/:record/${action === 'CONSENT' ? 'consent' : 'refusal'}`,
        words: clearingMatter.acts[action]!.words,
        permission: own,
        acts: [clearingMatter.acts[action]!],
        params: ofRecord,
        body: contract.seen,
        response: contract.taken,
        handle: ({ session }, { params, body }) =>
          takeOwnStep(desk, session, clearingMatter, { ...params, ...body, action }),
      }),
    ),
  ];
}
