import type { Cell } from '../../../platform/sheets/cells.ts';

/** The heading of a workbook of clues, in the order of `clue`. */
export const clueHeading = ['线索编号', '线索来源', '收到日期', '举报方式', '线索摘要', '承办人一', '承办人二', '状态'];
/** The heading of a workbook of steps, in the order of `usual` and `step`. */
export const heading = [
  '线索编号',
  '序号',
  '办理环节',
  '办理时间',
  '办理人编号',
  '办理人',
  '办理情况',
  '管辖',
  '交办方式',
  '办理时限',
  '暂存至',
];
/** A row of either workbook. */
export type Step = readonly Cell[];

/** A clue of which a workbook says how it stands. */
export const clue = (serial: string, state: string, handlers: readonly [string, string] = ['H1', 'H2']): Step => [
  serial,
  'REPORT_BY_PUBLIC',
  '2021-04-12',
  '匿名',
  '反映某民警违规',
  ...handlers,
  state,
];

/** The usual way to a verification that began on 26 April. */
export const usual = (serial: string): Step[] =>
  (
    [
      ['接收', '2021-04-12 09:00', null, '本级管辖'],
      ['登记', '2021-04-12 10:00', null],
      ['交办', '2021-04-13 09:00', null, null, '交办（限期反馈）', '2021-06-11'],
      ['签收', '2021-04-14 09:00', 'H1'],
      ['提出处置意见', '2021-04-19 09:00', 'H1'],
      ['一级审批意见', '2021-04-20 09:00', null],
      ['二级审批意见', '2021-04-21 09:00', null],
      ['批准处置意见', '2021-04-22 09:00', null],
      ['开始初步核实', '2021-04-26 09:00', 'H1'],
    ] as const
  ).map(([action, at, officer, jurisdiction, way, dueOn], number) => [
    serial,
    number + 1,
    action,
    at,
    officer,
    officer ? null : '市委政法委',
    `第${number + 1}步`,
    jurisdiction ?? null,
    way ?? null,
    dueOn ?? null,
    null,
  ]);

/** One more step, by the office. */
export const step = (serial: string, number: number, action: string, at: string, until: string | null = null): Step => [
  ...[serial, number, action, at, null, '市委政法委', '说明', null, null, null, until],
];
