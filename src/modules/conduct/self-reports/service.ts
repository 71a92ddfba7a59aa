import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { type Advanced, advanceIn, type MatterDesk } from '../../../platform/lifecycle/advance.ts';
import type { Register } from '../../../platform/register/declare.ts';
import { reading } from '../../../platform/register/records/acts.ts';
import { current } from '../../../platform/register/records/current.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import { hashOf } from '../../../platform/sealing/envelope.ts';
import type { Submission, Unsealed } from '../contract/self-reports.ts';
import { carriesSeal, selfReportMatter } from '../matters.ts';
import { selfReportSeals, selfReports, talks } from '../registers.ts';
import type { SelfExaminationDesk } from './desk.ts';
import { isReportSized } from './seal.ts';

/**
 * Takes a sealed report in. Report, ciphertext and ledger entry are one transaction, and the entry names the ciphertext's hash and
 * the salted commitment to the text: so the place of the entry proves that this very text existed by then. The server cannot read it.
 * @param given `number` was made in the browser and stands inside the seal too; `amends` is the own report it adds to, `talk` the own
 * talk that led to it, `files` the finished uploads that the sealed text speaks of
 * @throws AppError `access.denied` for who is no officer, `seal.size`, `seal.reused` for a ciphertext, commitment or number that came
 * before, `record.missing` where `amends` or `talk` is not the officer's own, `upload.missing`, `upload.differs`
 */
export async function submitSelfReport(
  desk: Pick<SelfExaminationDesk, keyof MatterDesk | 'files' | 'uploads'>,
  session: Session,
  { number, envelope, commitment, amends, talk, files = [] }: Submission,
): Promise<Advanced & { readonly hash: string }> {
  if (!isReportSized(envelope)) throw new AppError('seal.size');
  const hash = hashOf(envelope);
  const act = selfReportMatter.acts.SUBMIT!;
  if (session.officer === null) throw new AppError('access.denied', { permission: act.words });
  await transact(desk.pools, session, 'read', async (tx) => {
    if (amends) await mustBeOwn(tx, selfReports, amends);
    if (talk) await mustBeOwn(tx, talks, talk);
  });
  const kept: string[] = [];
  for (const { upload, hash } of files) kept.push((await desk.uploads.finish(upload, hash, desk.files)).sha256);
  try {
    const done = await perform(desk.pools, session, act, async (tx) => {
      carriesSeal.add(tx);
      const values = {
        number,
        officer: session.officer,
        unit: await unitOf(tx, session.officer!),
        submittedAt: `${tx.recordedAt.slice(0, 19)}Z`,
        amends: amends ?? null,
        talk: talk ?? null,
      };
      const { advanced, detail } = await advanceIn(tx, desk, selfReportMatter, { action: 'SUBMIT', input: {}, values });
      const stored = {
        report: advanced.record,
        hash,
        text_commitment: commitment,
        envelope,
        files: kept.join(' ') || null,
      };
      await writeVersions(tx, selfReportSeals, [{ record: uuidv7(), version: 1, stored }]);
      return {
        result: { ...advanced, hash },
        subject: advanced.record,
        detail: { ...(detail as object), sealed: hash, commitment },
      };
    });
    for (const { upload } of files) await desk.uploads.drop(upload);
    return done;
  } catch (error) {
    throw (error as { code?: string }).code === '23505' ? new AppError('seal.reused', {}, { cause: error }) : error;
  }
}

/** @throws AppError `record.missing` for what concerns another officer, as for what is not there */
async function mustBeOwn(tx: Tx, register: Register, record: string): Promise<void> {
  if ((await current(tx, register, record)).officer !== tx.session.officer) throw new AppError('record.missing');
}

/** Begins the uploads of one report's attachments. Each beginning is one of the account's tries. */
export async function beginUploads(desk: SelfExaminationDesk, session: Session, count: number): Promise<string[]> {
  desk.tries.take(session.account!);
  const uploads: string[] = [];
  while (uploads.length < count) uploads.push(await desk.uploads.begin(session.account!));
  return uploads;
}

/**
 * Where a sealed attachment lies. Its key stands in the sealed text, so before that was opened, by a step, none is given. Taking one
 * is an act that reads in the log like the opening of the report's page: the log tells nobody that there was an attachment.
 * @throws AppError `record.missing` for a file of another report and for a report that was not opened
 */
export async function pathOfFile(
  { pools, files }: SelfExaminationDesk,
  session: Session,
  record: string,
  hash: string,
): Promise<string> {
  return perform(pools, session, reading, async (tx) => {
    const { state } = await current(tx, selfReports, record);
    const { rows } = await sql<{ files: string | null }>`
      select files from conduct.self_report_seals where report = ${record} and retired_at is null`.execute(tx.db);
    if (state === 'SUBMITTED' || !rows[0]?.files?.split(' ').includes(hash)) throw new AppError('record.missing');
    return { result: files.pathOf(hash), subject: record, detail: { register: selfReports.name } };
  });
}

async function unitOf(tx: Tx, officer: string): Promise<string> {
  const { rows } = await sql<{ unit: string }>`select unit from organisation.officers
    where record = ${officer} and retired_at is null`.execute(tx.db);
  if (!rows[0]) throw new AppError('record.missing');
  return rows[0].unit;
}

/**
 * Gives the discipline desk a sealed text, to be opened in its browser. Giving it is a step of the report in the same transaction:
 * there is no look without a trace, and the officer sees each one with its reason.
 * @returns the ciphertext, the number that must stand inside it, and the commitment that the text must open
 * @throws AppError `record.missing`, `record.changed`, `matter.subject` for the own report, `matter.fields` without a reason
 */
export async function unsealSelfReport(
  desk: MatterDesk,
  session: Session,
  record: string,
  reason: string,
): Promise<Unsealed> {
  const seen = await transact(desk.pools, session, 'read', (tx) => current(tx, selfReports, record));
  const action = seen.state === 'SUBMITTED' ? 'UNSEAL' : 'UNSEAL_AGAIN';
  return perform(desk.pools, session, selfReportMatter.acts[action]!, async (tx) => {
    const step = { record, version: seen.version, action, input: { reason } };
    const { advanced, detail } = await advanceIn(tx, desk, selfReportMatter, step);
    const { rows } = await sql<Omit<Unsealed, 'number'>>`
      select envelope, hash, text_commitment as commitment from conduct.self_report_seals
      where report = ${record} and retired_at is null`.execute(tx.db);
    // Reports that came in workbooks were never sealed.
    if (!rows[0]) throw new AppError('record.missing');
    return { result: { ...rows[0], number: String(seen.number) }, subject: advanced.record, detail };
  });
}
