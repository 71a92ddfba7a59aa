import { accountsErrors } from './errors/accounts.ts';
import { bulletinErrors } from './errors/bulletin.ts';
import { cluesErrors } from './errors/clues.ts';
import { conductErrors } from './errors/conduct.ts';
import { databaseErrors } from './errors/database.ts';
import { interferenceErrors } from './errors/interference.ts';
import type { Known } from './errors/known.ts';
import { ledgerErrors } from './errors/ledger.ts';
import { mattersErrors } from './errors/matters.ts';
import { recheckErrors } from './errors/recheck.ts';
import { recordsErrors } from './errors/records.ts';
import { reportsErrors } from './errors/reports.ts';
import { requestsErrors } from './errors/requests.ts';
import { sheetsErrors } from './errors/sheets.ts';
import { fillIn, type Language } from './words.ts';

/**
 * Every error the program can tell a person, once; each file beside this one holds those of one room. A new error starts there: the
 * text says what is wrong, where, and what to do. `{name}` places are filled from the error's params.
 */
export const errors = {
  ...requestsErrors,
  ...accountsErrors,
  ...recordsErrors,
  ...reportsErrors,
  ...mattersErrors,
  ...cluesErrors,
  ...conductErrors,
  ...interferenceErrors,
  ...databaseErrors,
  ...ledgerErrors,
  ...sheetsErrors,
  ...bulletinErrors,
  ...recheckErrors,
} as const satisfies Record<string, Known>;

export type ErrorCode = keyof typeof errors;

/** The one error of the program: a code of the catalogue and its parameters. Turned into `application/problem+json` once, in http. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, params: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(fillIn(errors[code].text, 'en', params), options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return errors[this.code].status;
  }

  /** The message in the user's language. */
  in(language: Language): string {
    return fillIn(errors[this.code].text, language, this.params);
  }
}
