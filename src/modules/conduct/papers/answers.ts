import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Session } from '../../../platform/database/session.ts';
import { type Pools, type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Act } from '../../../platform/ledger/acts.ts';
import { perform, type WriteTx } from '../../../platform/ledger/perform.ts';
import { writeVersions } from '../../../platform/register/write.ts';
import { paperAnswers } from '../registers.ts';
import { opening, refusing, signing } from './acts.ts';
import type { OwnPaper, OwnText } from './contract.ts';
import { retold } from './publish.ts';
import { isSuperseded } from './standing.ts';

type Stored = OwnText & { readonly unit: string };

/** The officer's own papers, what still waits first. */
export async function ownPapers(pools: Pools, session: Session): Promise<OwnPaper[]> {
  const rows = await transact(pools, session, 'read', (tx) => ownRows(tx));
  return rows.map(({ body: _body, ...paper }) => paper);
}

/** One of the own papers. @throws AppError `record.missing` for a paper of somebody else */
export const ownPaper = (pools: Pools, session: Session, delivery: string): Promise<OwnText> =>
  transact(pools, session, 'read', (tx) => ownRow(tx, delivery));

/**
 * One of the own papers with its text. The first look is an act of its own.
 * @throws AppError `record.missing` for a paper of somebody else
 */
export async function openOwnPaper(pools: Pools, session: Session, delivery: string): Promise<OwnText> {
  const seen = await ownPaper(pools, session, delivery);
  if (seen.openedAt === null && seen.sha256 !== null)
    // Two windows that open it at once leave one trace.
    await answer(pools, session, opening, delivery, (tx, paper) => write(tx, paper, 'OPENED')).catch(
      (error: unknown) => {
        if (!(error instanceof AppError && error.code === 'record.changed')) throw error;
      },
    );
  return ownPaper(pools, session, delivery);
}

/**
 * Signs one of the own papers. Who signs has shown once more that it is he; the record and the ledger entry name the hash of what
 * was read.
 * @param confirm asks for the password or second factor; called after all that can be refused was looked at
 * @returns the record of the signature
 * @throws AppError `record.missing`, `paper.superseded`, `paper.version`, `paper.signed`, `paper.noSignature`, those of `confirm`
 */
export async function signPaper(
  pools: Pools,
  session: Session,
  delivery: string,
  sha256: string,
  confirm: () => Promise<'PASSWORD' | 'SECOND_FACTOR'>,
): Promise<string> {
  mustBeSignable(await transact(pools, session, 'read', (tx) => ownRow(tx, delivery)), sha256);
  const confirmedBy = await confirm();
  return answer(pools, session, signing, delivery, async (tx, paper) => {
    mustBeSignable(paper, sha256);
    if (paper.openedAt === null) await write(tx, paper, 'OPENED');
    return write(tx, paper, 'SIGNED', { confirmed_by: confirmedBy });
  });
}

/** Says why one does not sign. Whoever refused may still sign later. @throws as `signPaper` */
export function refusePaper(pools: Pools, session: Session, delivery: string, reason: string): Promise<string> {
  return answer(pools, session, refusing, delivery, async (tx, paper) => {
    mustBeSignable(paper, paper.sha256);
    return write(tx, paper, 'REFUSED', { reason });
  });
}

function mustBeSignable(paper: Stored, sha256: string | null): void {
  if (paper.sha256 === null || paper.asks !== 'SIGN') throw new AppError('paper.noSignature');
  if (paper.superseded) throw new AppError('paper.superseded');
  if (paper.signedAt !== null) throw new AppError('paper.signed');
  if (paper.sha256 !== sha256) throw new AppError('paper.version');
}

/** The entry names version, hash and officer: none of them tells anything to who may not open the records. */
const answer = (
  pools: Pools,
  session: Session,
  act: Act,
  delivery: string,
  body: (tx: WriteTx, paper: Stored) => Promise<string>,
): Promise<string> =>
  retold(() =>
    perform(pools, session, act, async (tx) => {
      const paper = await ownRow(tx, delivery);
      const record = await body(tx, paper);
      const { template, sha256 } = paper;
      return { result: record, subject: record, detail: { template, sha256, officer: session.officer } };
    }),
  );

async function write(
  tx: WriteTx,
  paper: Stored,
  kind: 'OPENED' | 'SIGNED' | 'REFUSED',
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const record = uuidv7();
  const { delivery, template, unit, sha256 } = paper;
  const stored = { delivery, kind, template, officer: tx.session.officer, unit, given_at: tx.recordedAt, sha256 };
  await writeVersions(tx, paperAnswers, [{ record, version: 1, stored: { ...stored, ...more } }]);
  return record;
}

async function ownRow(tx: Tx, delivery: string): Promise<Stored> {
  const [row] = await ownRows(tx, delivery);
  if (!row) throw new AppError('record.missing');
  return row;
}

/** Whoever the session is besides: these are papers handed to its own officer. */
async function ownRows(tx: Tx, delivery: string | null = null): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select d.record as delivery, t.record as template, t.kind, t.edition::int as edition, t.title, t.asks, t.sha256,
      t.file_name as "fileName", t.body, d.unit, d.delivered_on::text as "deliveredOn", d.signed_on::text as "signedOnPaper",
      ${isSuperseded(dayOf(new Date()))} as superseded,
      to_json(o.given_at)#>>'{}' as "openedAt", to_json(s.given_at)#>>'{}' as "signedAt", s.record as signature,
      to_json(r.given_at)#>>'{}' as "refusedAt", r.reason
    from conduct.deliveries d
    join conduct.document_templates t on t.record = d.template and t.retired_at is null
    left join conduct.paper_answers o on o.delivery = d.record and o.kind = 'OPENED' and o.retired_at is null
    left join conduct.paper_answers s on s.delivery = d.record and s.kind = 'SIGNED' and s.retired_at is null
    left join conduct.paper_answers r on r.delivery = d.record and r.kind = 'REFUSED' and r.retired_at is null
    where d.officer = ${tx.session.officer} and d.retired_at is null and (${delivery}::uuid is null or d.record = ${delivery})
    order by d.delivered_on desc, t.kind, t.edition desc`.execute(tx.db);
  return rows;
}
