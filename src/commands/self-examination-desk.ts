import type { SelfExaminationDesk } from '../modules/conduct/index.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { Buckets } from '../platform/http/buckets.ts';
import { accountNames } from '../platform/identity/names.ts';
import type { LedgerDesk } from '../platform/register/records/proof.ts';
import type { Installation } from './installation.ts';

/** Reports of one account at once, and the seconds until it may hand in one more. */
const TRIES = 10;
const SECONDS_A_TRY = 360;

/** What self-reports and decisions on leniency work with in this installation. */
export const selfExaminationDesk = (
  { config, database, registry, files, uploads }: Installation,
  ledger: LedgerDesk,
): SelfExaminationDesk => ({
  pools: database,
  registry,
  files,
  uploads,
  largestFile: config.limits.uploadBytes,
  ledger,
  calendar: workCalendar(),
  nameOf: accountNames(database),
  tries: new Buckets(TRIES, SECONDS_A_TRY),
});
