import { fill, type Words, words } from '../words.ts';

/** What can be wrong with an identifier. The texts tell a clerk where to look, so each names the place or what was expected. */
const faults = {
  LENGTH: words('应为 {expected} 位，实为 {got} 位', 'It should have {expected} characters but has {got}'),
  CHARACTER: words(
    '第 {position} 位“{character}”不是允许的字符',
    'Character {position}, "{character}", is not allowed here',
  ),
  OLD_FORM: words(
    '这是 15 位的旧身份证号码，2013 年起已停用，请填写 18 位公民身份号码',
    'This is an old 15-digit id number, out of use since 2013; enter the 18-character citizen id number',
  ),
  REGION: words('行政区划代码 {code} 不存在', 'There is no region with the code {code}'),
  DATE: words('其中的出生日期 {date} 不存在', 'The birth date in it, {date}, does not exist'),
  CHECK: words(
    '校验码不符：应为 {expected}，实为 {got}',
    'The check character does not match: expected {expected}, found {got}',
  ),
  CHECK_DIGITS: words('校验位不符，请逐位核对', 'The check digits do not match; compare it digit by digit'),
  FORM: words('格式不符，应如“{example}”', 'It is not in the expected form, such as "{example}"'),
  YEAR_BRACKETS: words('年份应使用六角括号〔〕', 'The year belongs in hexagonal brackets 〔〕'),
  LEADING_ZERO: words(
    '序号不编虚位，应为 {expected}',
    'The serial number has no leading zeros: it should be {expected}',
  ),
  ORDINAL: words('序号前不加“第”字', 'The serial number is written without 第'),
} satisfies Record<string, Words>;

export type FaultCode = keyof typeof faults;

/** Plain data, so that an import can count and store faults; the words are made only for the ones somebody reads. */
export interface Fault {
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const faulty = (
  code: FaultCode,
  params: Fault['params'] = {},
): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: { code, params },
});

/** The fault in both languages. */
export const explain = ({ code, params }: Fault): Words =>
  words(fill(faults[code].zh, params), fill(faults[code].en, params));
