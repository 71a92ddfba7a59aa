import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { WriteTx } from '../../../platform/ledger/perform.ts';
import { supersede } from '../../../platform/register/write.ts';
import type { OpenedReport, ReportRow, ReportState } from '../contract/report.ts';
import { CLOSED } from '../registers/clues.ts';
import { reports } from '../registers/reports.ts';

/** The current version of a report as it is stored. */
export interface StoredReport {
  readonly record: string;
  readonly version: number;
  readonly number: string;
  readonly mode: 'NAMED' | 'ANONYMOUS';
  readonly received_on: string;
  readonly token_hash: string;
  readonly answer_to: string;
  readonly state: ReportState;
  readonly read_up_to: Date | null;
  readonly clue: string | null;
  readonly reason: string | null;
}

const columns = sql.raw(
  'record, version, number, mode, received_on, token_hash, answer_to, state, read_up_to, clue, reason',
);

/** The report a receipt belongs to. */
export async function findByToken(tx: Tx, tokenHash: string): Promise<StoredReport | undefined> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from clues.reports where token_hash = ${tokenHash} and retired_at is null`.execute(tx.db);
  return rows[0];
}

/** @throws AppError `record.missing`; `record.changed` when the person saw another version */
export async function loadReport(tx: Tx, record: string, version?: number): Promise<StoredReport> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from clues.reports where record = ${record} and retired_at is null`.execute(tx.db);
  if (!rows[0]) throw new AppError('record.missing');
  if (version !== undefined && rows[0].version !== version) throw new AppError('record.changed');
  return rows[0];
}

/** Writes the next version of a report. @throws AppError `record.changed` when somebody was faster */
export const supersedeReport = (
  tx: WriteTx,
  before: StoredReport,
  change: Partial<Pick<StoredReport, 'state' | 'read_up_to' | 'clue' | 'reason'>>,
  why: string,
): Promise<number> => supersede(tx, reports, before, change, why);

/** A text as the reporter's page gets it. */
interface SentText {
  readonly hash: string;
  readonly author: 'REPORTER' | 'DESK';
  readonly sentOn: string;
  readonly files: number;
  readonly sealedTo: string[];
  readonly envelope: string;
}

/** The texts of a report in the order of their writing; those sealed anew stand with the text they came from. */
export async function loadTexts(
  tx: Tx,
  report: string,
): Promise<(SentText & Pick<OpenedReport['texts'][number], 'resealed'>)[]> {
  const { rows } = await sql<Omit<SentText, 'author'> & { author: SentText['author'] | 'RESEALED'; of: string | null }>`
    select hash, author, sent_on as "sentOn", files, reseal_of as of, envelope,
      string_to_array(sealed_to, ', ') as "sealedTo"
    from clues.report_texts where report = ${report} and retired_at is null
    order by recorded_at, act, leaf`.execute(tx.db);
  return rows.flatMap(({ author, of: _of, ...text }) => {
    if (author === 'RESEALED') return [];
    const resealed = rows
      .filter((other) => other.of === text.hash)
      .map(({ sealedTo, envelope }) => ({ sealedTo, envelope }));
    return [{ ...text, files: Number(text.files), author, resealed }];
  });
}

export async function loadFiles(tx: Tx, report: string): Promise<{ hash: string; size: number }[]> {
  const { rows } = await sql<{ hash: string; size: string }>`
    select hash, size from clues.report_files where report = ${report} and retired_at is null
    order by recorded_at, act, leaf`.execute(tx.db);
  return rows.map(({ hash, size }) => ({ hash, size: Number(size) }));
}

export async function loadContacts(
  tx: Tx,
  report: string,
): Promise<{ hash: string; sealedTo: string[]; envelope: string }[]> {
  const { rows } = await sql<{ hash: string; sealedTo: string[]; envelope: string }>`
    select hash, string_to_array(sealed_to, ', ') as "sealedTo", envelope
    from clues.report_contacts where report = ${report} and retired_at is null
    order by recorded_at desc, act, leaf`.execute(tx.db);
  return rows;
}

export async function hasContact(tx: Tx, report: string): Promise<boolean> {
  const { rows } = await sql`select from clues.report_contacts where report = ${report} limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** When the reporter wrote last. */
export async function latestFromReporter(tx: Tx, report: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select max(recorded_at) as at from clues.report_texts where report = ${report} and author = 'REPORTER'`.execute(
    tx.db,
  );
  return rows[0]!.at;
}

const closedStates = CLOSED.map((state) => `'${state}'`).join(', ');

/** Whether the clue that a report was handed on as is closed, or the one that clue was joined to: the reporter may now be told. */
const concludedSql = `exists (select from clues.clues c
  left join clues.clues m on m.record = c.duplicate_of and m.retired_at is null
  where c.record = r.clue and c.retired_at is null and coalesce(m.state, c.state) in (${closedStates}))`;

export async function isConcluded(tx: Tx, report: string): Promise<boolean> {
  const { rows } = await sql<{ concluded: boolean }>`
    select ${sql.raw(concludedSql)} as concluded from clues.reports r where r.record = ${report} and r.retired_at is null`.execute(
    tx.db,
  );
  return rows[0]!.concluded;
}

/** Reports on a page of the desk. */
export const PAGE = 50;
/** The latest letters looked through for what is unread in reports that were done with: bounded, whatever has been closed. */
const LETTERS = 200;

/** Letters of a report `r` that the desk has not read since it last looked. */
const unreadSql = `from clues.report_texts t where t.report = r.record and t.retired_at is null and t.author = 'REPORTER'
  and (r.read_up_to is null or date_trunc('milliseconds', t.recorded_at) > r.read_up_to)`;

const rowSql = sql.raw(`r.record, r.number, r.mode, r.received_on as "receivedOn", r.state,
  ${concludedSql} as concluded,
  (select count(*) ${unreadSql})::integer as unread,
  (select max(sent_on) from clues.report_texts t where t.report = r.record and t.retired_at is null)::text as "latestOn"`);

/**
 * Records of the reports that wait at the desk, the oldest first where there are many: those nobody decided on; those worked on as a
 * clue that got a new letter, or whose clue is closed and whose reporter is to be told; and those done with that got a new letter.
 */
export const waitingRecords = sql`
  (select record from clues.reports where retired_at is null and state in ('RECEIVED', 'OPENED')
   order by received_on, record limit ${LETTERS})
  union
  (select r.record from clues.reports r where r.retired_at is null and r.state = 'HANDED_ON' and ${sql.raw(`(exists (select ${unreadSql}) or ${concludedSql})`)}
   order by r.received_on, r.record limit ${LETTERS})
  union
  select r.record from (select report, recorded_at from clues.report_texts
    where retired_at is null and author = 'REPORTER' order by recorded_at desc limit ${LETTERS}) w
  join clues.reports r on w.report = r.record
  where r.retired_at is null and (r.read_up_to is null or date_trunc('milliseconds', w.recorded_at) > r.read_up_to)`;

/** What waits at the desk, unread ones first. */
export async function waitingReports(tx: Tx): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    with waiting as (${waitingRecords})
    select * from (select ${rowSql} from clues.reports r join waiting using (record) where r.retired_at is null) found
    order by unread > 0 desc, "receivedOn", record`.execute(tx.db);
  return rows;
}

/** All reports, the latest first. @param cursor the last one of the page before: `day record` */
export async function allReports(tx: Tx, cursor?: string): Promise<{ reports: ReportRow[]; next: string | null }> {
  const [day, record] = cursor?.split(' ') ?? [];
  const before = day && record ? sql`and (r.received_on, r.record) < (${day}::date, ${record}::uuid)` : sql``;
  const { rows } = await sql<ReportRow>`
    select ${rowSql} from clues.reports r where r.retired_at is null ${before}
    order by r.received_on desc, r.record desc limit ${PAGE + 1}`.execute(tx.db);
  const reports = rows.slice(0, PAGE);
  const last = reports.at(-1);
  return { reports, next: rows.length > PAGE && last ? `${last.receivedOn} ${last.record}` : null };
}
