import type { Action } from '../../../platform/lifecycle/declare.ts';
import { choice, optional, prose, ref, required, text } from '../../../platform/register/columns.ts';
import { words } from '../../../platform/words.ts';
import { clues } from '../registers/clues.ts';
import { IN_HAND, told } from './common.ts';

const { columns } = clues;

/** How a clue comes in: received, registered, passed on, or joined to one that is there. */
export const intakeActions = {
  RECEIVE: {
    words: words('接收', 'Receive'),
    from: [],
    to: 'RECEIVED',
    who: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON'],
    fields: {
      receivedOn: columns.receivedOn,
      source: columns.source,
      reporterMode: columns.reporterMode,
      // Of what belongs to a higher body no content is taken down; of everything else it is asked for (effects.received).
      summary: optional(columns.summary),
      jurisdiction: choice('管辖', 'Jurisdiction', {
        OWN: ['本级管辖', 'This level'],
        HIGHER: ['上级管辖（不录入内容，只登记后上报）', 'A higher body (nothing is copied; it is passed up)'],
      }),
      batch: columns.batch,
      unit: columns.unit,
      problemKind: columns.problemKind,
      amount: columns.amount,
      confidentiality: columns.confidentiality,
    },
    tells: ['source', 'receivedOn'],
    clock: {
      start: [
        { clock: 'REGISTER', where: { jurisdiction: ['OWN'] } },
        { clock: 'PASS_UP', where: { jurisdiction: ['HIGHER'] } },
        { clock: 'TELL_ACCEPTED', where: { reporterMode: ['NAMED'] } },
        { clock: 'PROPOSE', where: { jurisdiction: ['OWN'] } },
      ],
    },
  },
  CORRECT: {
    words: words('更正登记内容', 'Correct what was registered'),
    from: ['RECEIVED', 'REGISTERED', ...IN_HAND],
    who: ['CLUE_MANAGER'],
    reason: true,
    fields: {
      summary: columns.summary,
      batch: columns.batch,
      unit: columns.unit,
      problemKind: columns.problemKind,
      amount: columns.amount,
      confidentiality: columns.confidentiality,
    },
  },
  REGISTER: {
    words: words('登记', 'Register'),
    from: ['RECEIVED'],
    to: 'REGISTERED',
    who: ['CLUE_MANAGER'],
    clock: { stop: ['REGISTER'] },
  },
  PASS_UP: {
    words: words('上报', 'Pass up'),
    from: ['RECEIVED'],
    to: 'REFERRED',
    who: ['CLUE_MANAGER'],
    reason: true,
    fields: { toBody: text('上报机关', 'To') },
    aside: true,
  },
  HAND_OVER: {
    words: words('转交', 'Hand over'),
    from: ['RECEIVED', 'REGISTERED'],
    to: 'REFERRED',
    who: ['CLUE_MANAGER'],
    reason: true,
    fields: { toDepartment: ref('接收部门', 'To department', 'organisation.memberDepartments') },
    clock: { keep: ['SUPERVISION'] },
    aside: true,
  },
  TELL_ACCEPTED: {
    words: words('告知举报人已受理', 'Tell the reporter it was accepted'),
    from: ['RECEIVED', 'REGISTERED', 'DUPLICATE', ...IN_HAND],
    who: ['CLUE_MANAGER'],
    fields: told,
    clock: { stop: ['TELL_ACCEPTED'] },
  },
  TOLD_BEFORE: {
    words: words('同一举报人重复举报，不再告知', 'The same reporter, told before'),
    from: ['DUPLICATE'],
    who: ['CLUE_MANAGER'],
    during: 'TELL_ACCEPTED',
    reason: true,
    clock: { stop: ['TELL_ACCEPTED'] },
    aside: true,
  },
  JOIN: {
    words: words('并入重复线索', 'Join to a duplicate'),
    from: ['RECEIVED', 'REGISTERED'],
    to: 'DUPLICATE',
    who: ['CLUE_MANAGER'],
    reason: true,
    fields: { duplicateOf: required(columns.duplicateOf) },
    // Somebody else who reported the same by name is told of it all the same (reference 7); whoever supervises still waits.
    clock: { keep: ['TELL_ACCEPTED', 'SUPERVISION'] },
    aside: true,
  },
  PART: {
    words: words('撤销并入', 'Part again'),
    from: ['DUPLICATE'],
    to: 'REGISTERED',
    who: ['CLUE_MANAGER'],
    reason: true,
    clock: { stop: ['FEEDBACK'], start: ['PROPOSE_AGAIN'] },
    aside: true,
  },
  MAIN_CLOSED: {
    words: words('主线索已办结', 'The clue it was joined to closed'),
    from: ['DUPLICATE'],
    who: ['APPROVER', 'CLUE_MANAGER'],
    within: true,
    clock: { start: [{ clock: 'FEEDBACK', where: { reporterMode: ['NAMED'] } }] },
  },
  MAIN_REOPENED: {
    words: words('主线索重新办理', 'The clue it was joined to re-opened'),
    from: ['DUPLICATE'],
    who: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'SUPERVISOR', 'CASE_HANDLER'],
    within: true,
    clock: { stop: ['FEEDBACK'] },
  },
  FEED_BACK_JOINED: {
    words: words('向重复举报人反馈', 'Tell the reporter of the duplicate'),
    from: ['DUPLICATE'],
    who: ['CLUE_MANAGER'],
    during: 'FEEDBACK',
    fields: { ...told, objection: prose('举报人异议', "Reporter's objection", { optional: true }) },
    clock: { stop: ['FEEDBACK', 'TELL_ACCEPTED'] },
  },
} as const satisfies Record<string, Action>;
