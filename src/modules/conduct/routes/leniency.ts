import { permission } from '../../../platform/http/permission.ts';
import { Download } from '../../../platform/http/reply.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import { reading } from '../../../platform/register/records/acts.ts';
import { words } from '../../../platform/words.ts';
import * as contract from '../contract/leniency.ts';
import { byRecord } from '../contract/self-reports.ts';
import { factsOf, groundOf, ownDecisions, proofOf } from '../leniency/service.ts';
import type { SelfExaminationDesk } from '../self-reports/desk.ts';

const decide = permission({
  name: 'leniency.decide',
  words: words('查看认定所依据的时间线', 'See what a decision on leniency rests on'),
  roles: ['DISCIPLINE_LIAISON'],
});
const own = permission({
  name: 'leniency.own',
  words: words('查看对本人的从宽认定', 'See decisions on leniency about oneself'),
  roles: ['OFFICER_SELF'],
});
const see = permission({
  name: 'leniency.see',
  words: words('查看从宽认定及其证明', 'See decisions on leniency and their proofs'),
  roles: ['DISCIPLINE_LIAISON', 'APPROVER', 'AUDITOR', 'OFFICER_SELF'],
});

/** What decisions on leniency rest on, and their proofs. Deciding and approving are steps of the matter. */
export function leniencyRoutes(desk: SelfExaminationDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/self-reports/:record/ground',
      words: words('认定所依据的时间线', 'The timeline that a decision rests on'),
      permission: decide,
      acts: [reading],
      params: byRecord,
      response: contract.ground,
      handle: ({ session }, { params }) => groundOf(desk, session, params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/leniency/own',
      words: words('对我的从宽认定', 'Decisions on leniency about me'),
      permission: own,
      response: contract.ownDecisions,
      handle: async ({ session }) => ({ decisions: await ownDecisions(desk, session) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/leniency/:record/facts',
      words: words('从宽认定的依据', 'What a decision on leniency rests on'),
      permission: see,
      acts: [reading],
      params: byRecord,
      response: contract.decisionFacts,
      handle: ({ session }, { params }) => factsOf(desk, session, params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/leniency/:record/proof',
      words: words('从宽认定证明文件', 'Proof file of a decision on leniency'),
      permission: see,
      acts: [reading],
      params: byRecord,
      async handle({ session }, { params }) {
        const { name, file } = await proofOf(desk, session, params.record);
        return new Download(name, 'application/json; charset=utf-8', file);
      },
    }),
  ];
}
