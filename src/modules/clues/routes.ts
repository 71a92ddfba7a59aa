import { z } from 'zod';
import type { Role } from '../../platform/access/roles.ts';
import { permission } from '../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { EMERGENCY_REASON } from '../../platform/lifecycle/contract.ts';
import { words } from '../../platform/words.ts';
import { batchesOf, batchOf } from './batches/standing.ts';
import * as books from './contract/books.ts';
import * as duplicates from './contract/duplicates.ts';
import { breakingGlass, openInEmergency } from './emergency.ts';
import { joinedWith, likelyBefore, likelyDuplicates, markingReporter, markReporter } from './likeness/duplicates.ts';
import { COMPARES } from './likeness/who.ts';
import { type QuarterDesk, quarterIn, reportingQuarter, reportQuarter } from './quarters/report.ts';
import { clues, quarterReports } from './registers.ts';

const breakGlass = permission({
  name: 'clues.break-glass',
  words: breakingGlass.words,
  roles: ['APPROVER', 'SUPERVISOR', 'OFFICE_DIRECTOR', 'AUDITOR'],
});
const compare = permission({
  name: 'clues.compare',
  words: words('比对重复线索', 'Compare clues'),
  roles: COMPARES,
});
const see = permission({
  name: 'clues.see',
  words: words('查看线索', 'See clues'),
  roles: Object.keys(clues.policy.read) as Role[],
});
const count = permission({
  name: 'clues.count',
  words: words('查看批次与季度报告', 'See batches and quarterly reports'),
  roles: Object.keys(quarterReports.policy.read) as Role[],
});
const report = permission({
  name: 'clues.report-quarter',
  words: reportingQuarter.words,
  roles: Object.keys(quarterReports.policy.write) as Role[],
});
const ofClue = z.object({ record: z.uuid() });

/** What clues need beside the routes that all matters and all registers share. */
export function clueRoutes(desk: QuarterDesk): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/clues/:record/break-glass',
      words: breakingGlass.words,
      permission: breakGlass,
      acts: [breakingGlass],
      params: z.object({ record: z.uuid() }),
      body: z.object({ reason: z.string().trim().min(EMERGENCY_REASON).max(500) }),
      response: z.object({ until: z.string() }),
      handle: ({ session }, { params, body }) => openInEmergency(desk, session, params.record, body.reason),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/clues/:record/likely-duplicates',
      words: words('疑似重复线索', 'Likely duplicates of a clue'),
      permission: compare,
      params: ofClue,
      response: z.array(duplicates.likelyDuplicate),
      handle: ({ session }, { params }) => likelyDuplicates(desk, session, params.record),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/clues/likely-duplicates',
      words: words('登记前比对', 'Likely duplicates of a text'),
      permission: compare,
      withoutAct: 'it changes nothing, and what a report says must not stand in an address',
      body: duplicates.comparedText,
      response: z.array(duplicates.likelyDuplicate),
      handle: ({ session }, { body }) => likelyBefore(desk, session, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/clues/:record/reporter-mark',
      words: markingReporter.words,
      permission: compare,
      acts: [markingReporter],
      params: ofClue,
      body: duplicates.reporterNumber,
      handle: ({ session }, { params, body }) => markReporter(desk, session, params.record, body.number),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/clues/:record/joined',
      words: words('并案线索', 'Clues joined with this one'),
      permission: see,
      params: ofClue,
      response: z.array(duplicates.joinedClue),
      handle: ({ session }, { params }) => joinedWith(desk, session, params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/clue-batches',
      words: words('线索批次进度', 'Batches and how they stand'),
      permission: count,
      query: books.batchesQuery,
      response: books.batchStandings,
      handle: ({ session }, { query }) => batchesOf(desk, session, { differing: query.differing === 'yes' }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/clue-batches/:record',
      words: words('一批线索的进度', 'One batch and what is open in it'),
      permission: count,
      params: ofClue,
      response: books.batchView,
      handle: ({ session }, { params }) => batchOf(desk, session, params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/clue-quarters/:quarter',
      words: words('季度办结报告', 'Quarterly reports'),
      permission: count,
      params: z.object({ quarter: books.quarterName }),
      response: books.quarterView,
      handle: ({ session }, { params }) => quarterIn(desk, session, params.quarter),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/clue-quarters',
      words: reportingQuarter.words,
      permission: report,
      acts: [reportingQuarter],
      body: books.quarterReport,
      handle: ({ session }, { body }) => reportQuarter(desk, session, body),
    }),
  ];
}
