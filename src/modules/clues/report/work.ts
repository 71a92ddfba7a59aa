import type { z } from 'zod';
import type { Session } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { hashOf } from '../../../platform/sealing/envelope.ts';
import type * as contract from '../contract/report.ts';
import { reportContacts, reports, reportTexts } from '../registers/reports.ts';
import * as acts from './acts.ts';
import type { ReportDesk } from './desk.ts';
import { add, mustBeInForce, once, textOf } from './door.ts';
import { mayBecome } from './rules.ts';
import * as store from './store.ts';

/** What waits, or all. Whoever does not work on reports finds none (row security). */
export const listReports = (
  { pools }: ReportDesk,
  session: Session,
  { which, cursor }: z.output<typeof contract.reportQuery>,
): Promise<z.input<typeof contract.reportList>> =>
  transact(pools, session, 'read', async (tx) =>
    which === 'all' ? store.allReports(tx, cursor) : { reports: await store.waitingReports(tx), next: null },
  );

/**
 * Hands the sealed texts of a report to the desk, which opens them in its browser. Each time is an act; the first, and each that
 * shows something new, is a version besides.
 */
export function openReport({ pools }: ReportDesk, session: Session, record: string): Promise<contract.OpenedReport> {
  return perform(pools, session, acts.opening, async (tx) => {
    const before = await store.loadReport(tx, record);
    const latest = await store.latestFromReporter(tx, record);
    const unread = !before.read_up_to || latest > before.read_up_to;
    const change = {
      read_up_to: latest,
      ...(before.state === 'RECEIVED' ? { state: 'OPENED' as const } : {}),
    };
    const after = unread
      ? { ...before, ...change, version: await store.supersedeReport(tx, before, change, '拆阅') }
      : before;
    const result = {
      record,
      version: after.version,
      number: after.number,
      mode: after.mode,
      receivedOn: after.received_on,
      state: after.state,
      reason: after.reason,
      clue: after.clue,
      answerTo: after.answer_to,
      texts: await store.loadTexts(tx, record),
      files: await store.loadFiles(tx, record),
      hasContact: await store.hasContact(tx, record),
    };
    return { result, subject: record };
  });
}

/** Hands the sealed contact of a named reporter to the desk. */
export function openContact(
  { pools }: ReportDesk,
  session: Session,
  record: string,
): Promise<z.input<typeof contract.openedContact>> {
  return perform(pools, session, acts.openingContact, async (tx) => {
    await store.loadReport(tx, record);
    return { result: { contacts: await store.loadContacts(tx, record) }, subject: record };
  });
}

/**
 * Where a sealed file of a report lies. Taking it is an act, as opening the report is.
 * @throws AppError `record.missing` for a file of another report
 */
export function pathOfFile(
  { pools, files }: ReportDesk,
  session: Session,
  record: string,
  hash: string,
): Promise<string> {
  return perform(pools, session, acts.openingFile, async (tx) => {
    const found = await store.loadFiles(tx, record);
    if (!found.some((file) => file.hash === hash)) throw new AppError('record.missing');
    return { result: files.pathOf(hash), subject: record };
  });
}

/** Keeps an answer that was sealed in the desk's browser to the reporter's key and to the desk's own. */
export async function answerReport(
  desk: ReportDesk,
  session: Session,
  record: string,
  { text }: z.output<typeof contract.answering>,
): Promise<void> {
  await mustBeInForce(desk, text.sealedTo);
  await once(() =>
    perform(desk.pools, session, acts.answering, async (tx) => {
      await store.loadReport(tx, record);
      await add(tx, reportTexts, { stored: textOf(record, 'DESK', desk.today(), text) });
      return { result: undefined, subject: record };
    }),
  );
}

/**
 * Keeps a text sealed anew to the keys in force beside the one it came from, which stays.
 * @throws AppError `record.missing` when the report has no such text
 */
export async function resealText(
  desk: ReportDesk,
  session: Session,
  record: string,
  { of, contact, text }: z.output<typeof contract.resealing>,
): Promise<void> {
  await mustBeInForce(desk, text.sealedTo);
  await once(() =>
    perform(desk.pools, session, acts.resealing, async (tx) => {
      const known = contact ? await store.loadContacts(tx, record) : await store.loadTexts(tx, record);
      if (!known.some(({ hash }) => hash === of)) throw new AppError('record.missing');
      if (contact) {
        const { envelope, sealedTo } = text;
        const stored = { hash: hashOf(envelope), report: record, sealed_to: sealedTo.join(', '), envelope };
        await add(tx, reportContacts, { stored: { ...stored, reseal_of: of } });
      } else {
        const stored = textOf(record, 'RESEALED', desk.today(), text);
        await add(tx, reportTexts, { stored: { ...stored, reseal_of: of } });
      }
      return { result: undefined, subject: record };
    }),
  );
}

/** Decides on a report: not taken on, closed, opened again. @throws AppError `report.step`, `record.changed` */
export function decideReport(
  { pools }: ReportDesk,
  session: Session,
  record: string,
  { version, state, reason }: z.output<typeof contract.deciding>,
): Promise<void> {
  return perform(pools, session, acts.deciding, async (tx) => {
    const before = await store.loadReport(tx, record, version);
    mustLead(before, state);
    await store.supersedeReport(tx, before, { state, reason }, reason);
    return { result: undefined, subject: record, detail: { state } };
  });
}

/**
 * Hands a report on as a clue with the words the desk chose; report and clue stay linked, and the clue's life begins in this act.
 * @returns the clue's record
 */
export function handOn(
  desk: ReportDesk,
  session: Session,
  record: string,
  { version, ...given }: contract.HandingOn,
): Promise<string> {
  return perform(desk.pools, session, acts.handingOn, async (tx) => {
    const before = await store.loadReport(tx, record, version);
    mustLead(before, 'HANDED_ON');
    const from = { reporterMode: before.mode, receivedOn: before.received_on };
    const clue = await desk.receiveClue(tx, { ...given, ...from });
    await store.supersedeReport(tx, before, { state: 'HANDED_ON', clue }, '转为线索');
    return { result: clue, subject: record, detail: { clue } };
  });
}

function mustLead({ state }: store.StoredReport, to: contract.ReportState): void {
  if (!mayBecome(state, to)) throw new AppError('report.step', { state: reports.columns.state.choices![state] });
}
