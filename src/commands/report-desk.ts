import { clueReceiver, type ReportDesk } from '../modules/clues/index.ts';
import { dayOf } from '../platform/calendar/day.ts';
import { workCalendar } from '../platform/calendar/working-days.ts';
import { Buckets } from '../platform/http/buckets.ts';
import { Challenges } from '../platform/proof-of-work/challenges.ts';
import type { Installation } from './installation.ts';

/** Work for one try at the door: 2^17 hashes take a phone some seconds and a desk half of one. */
const WORK_BITS = 17;
/** Tries of one network at once, and the seconds until it has one more: an office behind one address is many people. */
const TRIES = 20;
const SECONDS_A_TRY = 10;

/** What public reports are taken in and worked on with in this installation. */
export const reportDesk = ({ config, database, registry, files, uploads }: Installation): ReportDesk => ({
  pools: database,
  vault: registry.vault,
  files,
  uploads,
  challenges: new Challenges(WORK_BITS),
  tries: new Buckets(TRIES, SECONDS_A_TRY),
  largestFile: config.limits.uploadBytes,
  today: () => dayOf(new Date()),
  receiveClue: clueReceiver({ pools: database, registry, calendar: workCalendar() }),
});
