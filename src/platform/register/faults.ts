import { type ErrorCode, errors } from '../errors.ts';
import { fillIn, type Language, type Words, words } from '../words.ts';

/**
 * Everything that can be wrong with a cell, a row or a set of rows of a workbook. An import stores the code and its
 * parameters; the words are made when somebody reads them, in their language.
 */
export const faults = {
  'cell.required': words('必填，不能为空', 'This cell must not be empty'),
  'cell.tooLong': words('超过 {max} 个字（实有 {got} 个）', 'Longer than {max} characters (it has {got})'),
  'number.negative': words('不能为负数', 'The number must not be negative'),
  /** What a value or identifier parser says, in its own words. */
  'cell.value': words('{detail}', '{detail}'),
  'secret.masked': words(
    '号码已遮盖；新记录须填写完整号码',
    'The number is masked; a new record needs the whole number',
  ),
  'secret.otherMask': words(
    '遮盖的号码与该记录原有号码不符，请填写完整号码',
    'This is not the mask of the number the record holds; enter the whole number',
  ),
  'secret.maskedKey': words(
    '凭此号码查找记录，不能遮盖，请填写完整号码',
    'The record is found by this number, so it cannot be masked; enter the whole number',
  ),
  'choice.unknown': words('“{value}”不在可选项中：{choices}', '"{value}" is not one of: {choices}'),
  'ref.unknown': words('在“{register}”中找不到“{value}”', '"{value}" is not in the register "{register}"'),
  'ref.ambiguous': words(
    '“{value}”在“{register}”中不止一个，请改填编号',
    '"{value}" names more than one record of "{register}"; use its number',
  ),
  /** What the reading of the file itself found; worded in the error catalogue. */
  'cell.problem': words('{problem}', '{problem}'),
  'sheet.columnMissing': words('缺少必填列“{column}”', 'The required column "{column}" is missing'),
  'sheet.columnDoubled': words(
    '表头“{header}”出现两次，只取第一列',
    'The heading "{header}" stands twice; only the first column was taken',
  ),
  'sheet.notRecognised': words(
    '没有台账与这张表的表头相符，请指定台账和各列，或使用台账导出的模板',
    'No register fits the headings of this sheet; name the register and its columns, or start from an export',
  ),
  'row.duplicate': words('与第 {row} 行重复（{key}）', 'Same key as row {row} ({key})'),
  'row.notYourUnit': words(
    '只能填报本单位及下级单位的数据',
    'You may hand in records of your own unit and those below it only',
  ),
  'row.footer': words('不是数据行，已略去：{text}', 'Not a record, left out: {text}'),
  'row.headerRepeated': words(
    '表头在表中间重复出现，本行已略去',
    'The header is repeated in mid-sheet; this row was left out',
  ),
  'set.overlap': words(
    '同一人同一时间在两处：与第 {row} 行冲突',
    'One person in two places at the same time: conflicts with row {row}',
  ),
  'set.atMost': words('人数 {got} 超过花名册人数 {max}', '{got} is more than the {max} on the roster'),
  'set.historyNumber': words(
    '步骤须从1起连续编号，此处应为 {expected}',
    'Steps are numbered from 1 without a gap; this one should be {expected}',
  ),
  'set.historyBegins': words('办理经过不能从“{action}”开始', 'A history cannot begin with the step "{action}"'),
  'set.historyJump': words(
    '状态为“{state}”时不能“{action}”，请补齐中间步骤',
    'In the state "{state}" the step "{action}" is not possible; add what came between',
  ),
  'set.historyBackwards': words('早于第 {number} 步的办理时间', 'Earlier than step {number}'),
  'set.historyFuture': words('办理时间晚于现在', 'In the future'),
  'set.historyEnds': words(
    '办理经过止于“{reached}”，而台账状态为“{stands}”',
    'The history ends in the state "{reached}", but the register says "{stands}"',
  ),
  'set.historyLimit': words('期限无法计算：{detail}', 'The limit cannot be worked out: {detail}'),
  'set.historyTaken': words(
    '该件已在系统内办理，此前的经过不能再补录、更改或撤回',
    'Steps were taken in the program already; what came before can no longer be added, changed or taken back',
  ),
  'set.stateMoved': words(
    '办理记录的状态为“{state}”；状态只能通过办理步骤变更',
    'By its steps it is in the state "{state}"; only a step can change that',
  ),
  'set.onlyOnce': words(
    '与“{other}”是同一场次，请只由牵头单位填报',
    'The same event as "{other}"; only the lead unit reports it',
  ),
  'set.roundOpen': words(
    '还有 {open} 件没有复查结果，不能填写完成日期',
    'Cases without a result: {open}. The round cannot be closed before they have one',
  ),
  'set.roundBeforeDraw': words('不能早于抽取日期 {day}', 'The round cannot close before the day of its draw, {day}'),
  'set.roundAhead': words('不能晚于今天', 'The round cannot close on a day to come'),
} as const satisfies Record<string, Words>;

export type FaultCode = keyof typeof faults;

export interface Fault {
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, unknown>>;
}

export const fault = (code: FaultCode, params: Readonly<Record<string, unknown>> = {}): Fault => ({ code, params });

/** The fault in one language. */
export function explain({ code, params }: Fault, language: Language): string {
  if (code !== 'cell.problem') return fillIn(faults[code], language, params);
  return fillIn(errors[params.problem as ErrorCode].text, language, params.params as Readonly<Record<string, unknown>>);
}
