import { z } from 'zod';
import type { Buckets } from '../../platform/http/buckets.ts';
import { nobody } from '../../platform/http/context.ts';
import { permission } from '../../platform/http/permission.ts';
import { Download } from '../../platform/http/reply.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { MatterDesk } from '../../platform/lifecycle/advance.ts';
import type { RecordDesk } from '../../platform/register/records/desk.ts';
import type { LedgerDesk } from '../../platform/register/records/proof.ts';
import { words } from '../../platform/words.ts';
import { answering, closingRound, openingRound, signing } from './acts.ts';
import * as contract from './contract.ts';
import { interferenceMatter } from './matter.ts';
import { fileRecord, findPeople, ownRecords } from './service/records.ts';
import { checkReturn, dueReturns, proveReturn, signReturn } from './service/returns.ts';
import { statisticsOf } from './service/statistics.ts';
import { answerSurvey, closeRound, openRound, roundsOf } from './service/survey.ts';

const record = permission({
  name: 'interference.record',
  words: words('记录干预过问', 'Record interference'),
  roles: ['OFFICER_SELF'],
});
const sign = permission({
  name: 'interference.sign',
  words: words('签报三个规定填报情况', 'Sign periodic returns'),
  roles: ['UNIT_HEAD'],
});
const returns = permission({
  name: 'interference.returns',
  words: words('查看填报情况', 'See what returns are due'),
  roles: ['UNIT_HEAD', 'OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'SUPERVISOR'],
});
const check = permission({
  name: 'interference.check',
  words: words('核对填报情况', 'Hold returns against the sealed entries'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'SUPERVISOR'],
});
const look = permission({
  name: 'interference.statistics',
  words: words('查看三个规定统计', 'See the statistics of the three provisions'),
  roles: ['SUPERVISOR', 'DISCIPLINE_LIAISON', 'AUDITOR'],
});
const survey = permission({
  name: 'interference.survey',
  words: words('组织匿名调查', 'Hold anonymous surveys'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF'],
});

/** Rounds belong to the office; the overseers look on. */
const rounds = permission({
  name: 'interference.rounds',
  words: words('查看匿名调查', 'See the anonymous surveys'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON'],
});

/** What the routes work with beside the records: where proofs come from, and the tries of those who answer a survey. */
export interface InterferenceDesk extends MatterDesk, RecordDesk {
  readonly ledger: LedgerDesk;
  readonly surveyTries: Buckets;
}

/** The officer's record, the units' returns, the overseers' statistics, and the anonymous survey. */
export function interferenceRoutes(desk: InterferenceDesk): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/interference/records',
      words: words('记录干预过问', 'Record interference'),
      permission: record,
      acts: [interferenceMatter.acts.RECORD!],
      body: contract.filing,
      response: contract.filed,
      handle: async ({ session }, { body }) => ({ record: await fileRecord(desk, session, body.input) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/interference/own-records',
      words: words('我的记录', 'My records'),
      permission: record,
      response: contract.ownRecords,
      handle: async ({ session }) => ({ records: await ownRecords(desk, session) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/interference/people',
      words: words('按姓名或编号找干警', 'Find an officer by exact name or number'),
      permission: record,
      query: z.object({ asked: z.string().trim().min(2).max(40) }),
      response: contract.people,
      handle: async ({ session }, { query }) => ({ people: await findPeople(desk, session, query.asked) }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/interference/returns',
      words: words('应报和未报情况', 'Returns due and missing'),
      permission: returns,
      query: contract.yearQuery,
      response: contract.dueReturns,
      handle: async ({ session }, { query }) => ({ returns: await dueReturns(desk, session, query.year) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/interference/returns',
      words: signing.words,
      permission: sign,
      acts: [signing],
      body: contract.signing,
      response: contract.signed,
      handle: ({ session }, { body }) => signReturn(desk, session, body),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/interference/returns/:record/check',
      words: words('与已存证记录核对', 'Hold a return against the sealed entries'),
      permission: check,
      params: z.object({ record: z.uuid() }),
      response: contract.returnCheck,
      handle: ({ session }, { params }) => checkReturn(desk, session, params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/interference/returns/:record/proof',
      words: words('填报情况的离线证明', 'Offline proof of a return and its count'),
      permission: check,
      params: z.object({ record: z.uuid() }),
      async handle({ session }, { params }) {
        const proof = await proveReturn(desk, desk.ledger, session, params.record);
        return new Download(`${params.record}.json`, 'application/json; charset=utf-8', JSON.stringify(proof, null, 2));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/interference/statistics',
      words: words('三个规定统计', 'Statistics of the three provisions'),
      permission: look,
      query: contract.statisticsQuery,
      response: contract.statistics,
      handle: ({ session }, { query }) => statisticsOf(desk, session, query),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/interference/surveys',
      words: words('匿名调查各轮', 'Rounds of the anonymous survey'),
      permission: rounds,
      response: contract.rounds,
      handle: ({ session }) => roundsOf(desk, session),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/interference/surveys',
      words: openingRound.words,
      permission: survey,
      acts: [openingRound],
      body: contract.roundOpened,
      response: contract.roundCodes,
      handle: ({ session }, { body }) => openRound(desk, session, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/interference/surveys/:round/close',
      words: closingRound.words,
      permission: survey,
      acts: [closingRound],
      params: z.object({ round: z.uuid() }),
      response: contract.roundClosed,
      handle: ({ session }, { params }) => closeRound(desk, session, params.round),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/public/interference-survey',
      words: words('公开：匿名调查作答', 'Public: answer the anonymous survey'),
      permission: 'public',
      acts: [answering],
      body: contract.surveyAnswer,
      response: contract.thanks,
      async handle({ address }, { body }) {
        desk.surveyTries.take(address);
        // Whoever is signed in by chance answers as nobody.
        await answerSurvey(desk, nobody, body);
        desk.surveyTries.giveBack(address);
        return { taken: true as const };
      },
    }),
  ];
}
