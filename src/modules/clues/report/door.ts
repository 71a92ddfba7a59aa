import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { KeptFile } from '../../../platform/files/store.ts';
import { perform, type WriteTx } from '../../../platform/ledger/perform.ts';
import type { Register } from '../../../platform/register/declare.ts';
import { type NewVersion, writeVersions } from '../../../platform/register/write.ts';
import { hashOf } from '../../../platform/sealing/envelope.ts';
import { deskKeysInForce } from '../../organisation/index.ts';
import type * as contract from '../contract/report.ts';
import { reportContacts, reportFiles, reports, reportTexts } from '../registers/reports.ts';
import { adding, receiving } from './acts.ts';
import type { ReportDesk } from './desk.ts';
import { reportNumber } from './rules.ts';
import { findByToken, isConcluded, loadTexts, type StoredReport } from './store.ts';

/** On whose behalf a report is written: nobody's account, and a role that may add and can read nothing. */
const citizen: Session = { account: null, roles: ['CITIZEN'], unit: null, officer: null };

/** What a page needs to seal: the keys in force, and the city's salt for receipt codes. */
export async function openDoor({ pools, vault, largestFile }: ReportDesk): Promise<contract.Door> {
  const keys = await deskKeysInForce(pools);
  return {
    keys: keys.map(({ publicKey, fingerprint, holder }) => ({ publicKey, fingerprint, holder })),
    // Stays as long as the installation's key does; without that nothing of the receipts would be found either.
    salt: vault.hash('salt of receipt codes').toString('hex'),
    largestFile,
  };
}

/** A receipt is kept only as a hash under the installation's key: who has the tables cannot try codes against it. */
const tokenHash = ({ vault }: ReportDesk, token: string): string => vault.hash(`receipt ${token}`).toString('hex');

/**
 * Takes in a report. What was sealed cannot be read here; what can be checked from outside is.
 * @param address of the sender, for counting tries; kept nowhere
 * @throws AppError `work.invalid`, `request.tooMany`, `report.keys` when other keys are in force by now, `report.repeated` for a
 *   ciphertext or a receipt that is there already
 */
export async function receiveReport(
  desk: ReportDesk,
  given: z.output<typeof contract.newReport>,
  address: string,
): Promise<z.input<typeof contract.receivedReport>> {
  admit(desk, given.work, address);
  await mustBeInForce(desk, given.text.sealedTo);
  const receivedOn = desk.today();
  const number = reportNumber(receivedOn, randomBytes(6));
  const report = uuidv7();
  return once(() =>
    perform(desk.pools, citizen, receiving, async (tx) => {
      await add(tx, reports, {
        record: report,
        stored: {
          number,
          mode: given.mode,
          received_on: receivedOn,
          token_hash: tokenHash(desk, given.token),
          answer_to: given.answerTo,
          state: 'RECEIVED',
        },
      });
      await add(tx, reportTexts, { stored: textOf(report, 'REPORTER', receivedOn, given.text) });
      if (given.contact) {
        const sealed_to = given.text.sealedTo.join(', ');
        const contact = { hash: hashOf(given.contact), report, sealed_to, envelope: given.contact };
        await add(tx, reportContacts, { stored: contact });
      }
      return { result: { number, receivedOn }, subject: report };
    }),
  );
}

/**
 * What has come of a report, for whoever holds its receipt.
 * @throws AppError `report.code` for a receipt of no report, after the same work and the same count of tries as for a true one
 */
export async function converse(
  desk: ReportDesk,
  { token, work }: z.output<typeof contract.asking>,
  address: string,
): Promise<contract.Conversation> {
  const report = await enter(desk, token, work, address);
  const [texts, concluded] = await transact(desk.pools, systemSession, 'read', async (tx) => [
    await loadTexts(tx, report.record),
    await isConcluded(tx, report.record),
  ]);
  return {
    number: report.number,
    mode: report.mode,
    receivedOn: report.received_on,
    state: report.state,
    concluded,
    texts: texts.map(({ author, sentOn, files, envelope }) => ({
      author,
      sentOn,
      files,
      envelope: author === 'DESK' ? envelope : null,
    })),
  };
}

/** Begins uploads for whoever holds a receipt. */
export async function beginUploads(
  desk: ReportDesk,
  { token, work, count }: z.output<typeof contract.beginning>,
  address: string,
): Promise<{ uploads: string[] }> {
  const { record } = await enter(desk, token, work, address);
  const uploads: string[] = [];
  while (uploads.length < count) uploads.push(await desk.uploads.begin(record));
  return { uploads };
}

/**
 * Adds a text and its finished uploads to a report: all of them or nothing. Uploads are let go of once that is written, so whoever
 * got no answer may send the same again, and is told (`report.repeated`) when it had arrived.
 * @throws AppError as `receiveReport` and `converse`; `upload.missing`, `upload.differs`
 */
export async function addText(
  desk: ReportDesk,
  given: z.output<typeof contract.addedText>,
  address: string,
): Promise<void> {
  const report = await enter(desk, given.token, given.work, address);
  const hash = hashOf(given.text.envelope);
  const texts = await transact(desk.pools, systemSession, 'read', (tx) => loadTexts(tx, report.record));
  if (texts.some((text) => text.hash === hash)) throw new AppError('report.repeated');
  await mustBeInForce(desk, given.text.sealedTo);
  const kept: KeptFile[] = [];
  for (const { upload, hash } of given.files) kept.push(await desk.uploads.finish(upload, hash, desk.files));
  await once(() =>
    perform(desk.pools, citizen, adding, async (tx) => {
      const text = textOf(report.record, 'REPORTER', desk.today(), given.text, kept.length);
      await add(tx, reportTexts, { stored: text });
      for (const { sha256, size } of kept) {
        await add(tx, reportFiles, { stored: { hash: sha256, report: report.record, text: text.hash, size } });
      }
      return { result: undefined, subject: report.record, detail: { files: kept.length } };
    }),
  );
  for (const { upload } of given.files) await desk.uploads.drop(upload);
}

/** A text's stored columns. @param files that came with it */
export const textOf = (
  report: string,
  author: 'REPORTER' | 'DESK' | 'RESEALED',
  sentOn: string,
  { envelope, sealedTo }: { readonly envelope: string; readonly sealedTo: readonly string[] },
  files = 0,
) => ({ hash: hashOf(envelope), report, author, sent_on: sentOn, files, sealed_to: sealedTo.join(', '), envelope });

/** Writes the first version of a record. */
export const add = (
  tx: WriteTx,
  register: Register,
  { record = uuidv7(), stored }: { readonly record?: string; readonly stored: NewVersion['stored'] },
): Promise<void> => writeVersions(tx, register, [{ record, version: 1, stored }]);

/** Every try costs work and one of the network's tries, whether its receipt is good or not. */
function admit(desk: ReportDesk, work: z.output<typeof contract.asking>['work'], address: string): void {
  desk.tries.take(address);
  desk.challenges.redeem(work);
}

async function enter(
  desk: ReportDesk,
  token: string,
  work: z.output<typeof contract.asking>['work'],
  address: string,
): Promise<StoredReport> {
  admit(desk, work, address);
  // Looked up by a hash that nobody outside can foresee: how far an index compares tells nothing of the receipt.
  const report = await transact(desk.pools, systemSession, 'read', (tx) => findByToken(tx, tokenHash(desk, token)));
  if (!report) throw new AppError('report.code');
  return report;
}

/** A text must be sealed to every key in force: to fewer, a desk could not read it; to others, somebody else could. */
export async function mustBeInForce(desk: ReportDesk, sealedTo: readonly string[]): Promise<void> {
  const inForce = (await deskKeysInForce(desk.pools)).map(({ fingerprint }) => fingerprint).sort();
  if (JSON.stringify([...sealedTo].sort()) !== JSON.stringify(inForce)) throw new AppError('report.keys');
}

/** The database holds that a ciphertext, an upload and a receipt are taken once. */
export async function once<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new AppError('report.repeated', {}, { cause: error });
    throw error;
  }
}
