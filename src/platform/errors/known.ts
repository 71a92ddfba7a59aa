import { type Words, words } from '../words.ts';

/** An error a person can be told about: its HTTP status (RFC 9457 problem details) and its text. */
export interface Known {
  readonly status: number;
  readonly text: Words;
}

export const known = (status: number, zh: string, en: string): Known => ({ status, text: words(zh, en) });
