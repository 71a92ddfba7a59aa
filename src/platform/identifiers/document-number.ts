import { faulty, type Parsed, parsed } from './fault.ts';

/** 发文字号 */
export interface DocumentNumber {
  /** The issuing body's short code: 演政法. */
  readonly issuer: string;
  readonly year: number;
  readonly serial: number;
}

/**
 * An issued-document number, `演政法〔2021〕5号` (GB/T 9704-2012, 7.2.5): the four-digit year in hexagonal brackets, the serial
 * without leading zeros and without 第. The usual slips get their own fault, because a clerk can mend them at once.
 */
export function parseDocumentNumber(text: string): Parsed<DocumentNumber> {
  const parts = /^(\p{Script=Han}{1,20})([〔([（【［])(\d{4})([〕)\]）】］])(第?)(\d+)号$/u.exec(text);
  if (!parts) return faulty('FORM', { example: '演政法〔2021〕5号' });
  const [, issuer, open, year, close, ordinal, serial] = parts;
  if (open !== '〔' || close !== '〕') return faulty('YEAR_BRACKETS');
  if (ordinal) return faulty('ORDINAL');
  if (Number(serial) === 0) return faulty('FORM', { example: '演政法〔2021〕5号' });
  if (serial!.startsWith('0')) return faulty('LEADING_ZERO', { expected: Number(serial) });
  return parsed({ issuer: issuer!, year: Number(year), serial: Number(serial) });
}

export const formatDocumentNumber = ({ issuer, year, serial }: DocumentNumber): string =>
  `${issuer}〔${year}〕${serial}号`;
