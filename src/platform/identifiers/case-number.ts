import { faulty, type Parsed, parsed } from './fault.ts';

export interface CaseNumber {
  readonly year: number;
  /** The court's short code: 演01, 兵01, 最高法. */
  readonly court: string;
  /** The kind of case: 刑终, 民初, 执恢. */
  readonly kind: string;
  readonly serial: number;
  /** 之一, 之二 …, where one case has several papers. */
  readonly part: string | null;
}

const FORM =
  /^[(（](\d{4})[)）](最高法|\p{Script=Han}\d{0,4})(\p{Script=Han}{1,8})([1-9]\d*)号(?:之([一二三四五六七八九十]+))?$/u;

/** A court case number, `(2021)演01刑终123号`; round brackets of either width. */
export function parseCaseNumber(text: string): Parsed<CaseNumber> {
  const parts = FORM.exec(text);
  if (!parts) return faulty('FORM', { example: '(2021)演01刑终123号' });
  const [, year, court, kind, serial, part] = parts;
  return parsed({
    year: Number(year),
    court: court!,
    kind: kind!,
    serial: Number(serial),
    part: part ? `之${part}` : null,
  });
}

export const formatCaseNumber = ({ year, court, kind, serial, part }: CaseNumber): string =>
  `(${year})${court}${kind}${serial}号${part ?? ''}`;
