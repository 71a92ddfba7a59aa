import { type Session, systemSession } from '../../../platform/database/session.ts';
import { transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { frozenPage, type Part } from '../../../platform/figure/freeze.ts';
import type { FigurePart } from '../bundle/format.ts';
import type { BulletinView } from '../contract.ts';
import type { Exported } from '../export.ts';
import { annexOf, type Change, compare } from '../rules.ts';
import { loadBulletins, loadFigures, type StoredBulletin } from '../store.ts';
import { loadLeaves } from '../store-frozen.ts';
import type { BulletinDesk } from './desk.ts';
import { findBulletin } from './drafts.ts';
import { valuesAt } from './live.ts';

/** A bulletin with its figures: live ones while it is a draft, the frozen ones for ever after. */
export async function viewBulletin(desk: BulletinDesk, session: Session, id: string): Promise<BulletinView> {
  const bulletin = await findBulletin(desk, session, id);
  const figures = bulletin.frozen
    ? (await frozenFigures(desk, session, id)).map(viewOfFrozen)
    : await viewOfLive(desk, bulletin.text.asOf);
  const names = bulletin.writtenBy ? await desk.nameOf([bulletin.writtenBy]) : new Map<string, string>();
  return {
    id,
    state: bulletin.state,
    text: bulletin.text,
    version: bulletin.version,
    figures,
    annex: annexOf(bulletin.text, figures),
    frozenAt: bulletin.frozen?.at.toISOString() ?? null,
    publishedAt: bulletin.publishedAt?.toISOString() ?? null,
    checkpoint: bulletin.frozen ? await desk.ledger.store.note() : null,
    by: names.get(bulletin.writtenBy ?? '') ?? null,
    corrections: bulletin.corrections.map(({ content: { figure, before, after, cause }, at }) => ({
      figure,
      before,
      after,
      cause,
      at: at.toISOString(),
    })),
  };
}

const viewOfFrozen = ({ id, words, unit, kind, version, value, base, records }: FigurePart) => ({
  id,
  words,
  unit,
  kind,
  version,
  value,
  base,
  records: records.count,
  root: records.root,
});

async function viewOfLive(desk: BulletinDesk, asOf: string): Promise<BulletinView['figures']> {
  const live = await transact(desk.pools, systemSession, 'read', (tx) => valuesAt(desk, tx, { asOf }));
  return live.map((one) => ({ ...one, version: desk.figures.find(one.id)!.version, root: null }));
}

export const frozenFigures = (desk: BulletinDesk, session: Session, id: string): Promise<FigurePart[]> =>
  transact(desk.pools, session, 'read', (tx) => loadFigures(tx, id));

export interface ListedBulletin {
  readonly id: string;
  readonly state: StoredBulletin['state'];
  readonly title: string;
  readonly asOf: string;
  readonly frozenAt: string | null;
  readonly publishedAt: string | null;
}

/** Bulletins the session may see, the latest first; for the public those that are published. */
export async function listBulletins(desk: BulletinDesk, session: Session): Promise<ListedBulletin[]> {
  const found = await transact(desk.pools, session, 'read', (tx) => loadBulletins(tx));
  return found.map(({ id, state, text, frozen, publishedAt }) => ({
    id,
    state,
    title: text.title,
    asOf: text.asOf,
    frozenAt: frozen?.at.toISOString() ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
  }));
}

/** How the figures of a bulletin differ from those of the published one before it. */
export async function compareBulletin(
  desk: BulletinDesk,
  session: Session,
  id: string,
): Promise<{ with: string | null; figures: Change[] }> {
  const { figures, text } = await viewBulletin(desk, session, id);
  const all = await listBulletins(desk, session);
  const last = all.find((one) => one.id !== id && one.publishedAt !== null && one.asOf < text.asOf);
  const before = last ? await frozenFigures(desk, session, last.id) : [];
  return { with: last?.id ?? null, figures: compare(before, figures) };
}

export interface PublicRows {
  readonly figure: string;
  readonly register: string | null;
  readonly columns: FigurePart['records']['columns'];
  readonly rows: (string | number | boolean | null)[][];
  readonly total: number;
  readonly root: string;
  readonly next: string | null;
}

/**
 * A page of the masked records behind a figure of a published bulletin. Kept rows are shown as they were frozen; those of a
 * set too large to keep are read at the frozen moment, in the same order.
 */
export async function openPublicFigure(
  desk: BulletinDesk,
  session: Session,
  id: string,
  figure: string,
  page: { readonly part: Part; readonly cursor?: string; readonly limit: number },
): Promise<PublicRows> {
  const bulletin = await findBulletin(desk, session, id);
  const kept = (await frozenFigures(desk, session, id)).find((one) => one.id === figure);
  const set = page.part === 'records' ? kept?.records : kept?.baseRecords;
  if (!bulletin.frozen || !set) throw new AppError('record.missing');
  const { register, columns, count, root, rows: rowsRoot } = set;
  const shown =
    rowsRoot === null
      ? await readMoment(desk, bulletin, figure, page)
      : await readKept(desk, session, id, figure, page, count);
  return { figure, register, columns, total: count, root, ...shown };
}

type Shown = Pick<PublicRows, 'rows' | 'next'>;

async function readKept(
  desk: BulletinDesk,
  session: Session,
  id: string,
  figure: string,
  { part, cursor, limit }: { readonly part: Part; readonly cursor?: string; readonly limit: number },
  count: number,
): Promise<Shown> {
  const from = Number(cursor ?? 0);
  if (!Number.isSafeInteger(from)) throw new AppError('request.invalid', { detail: 'cursor' });
  const leaves = await transact(desk.pools, session, 'read', (tx) => loadLeaves(tx, id, figure, part, from, limit));
  const after = from + leaves.length;
  return { rows: leaves.map(({ cells }) => [...cells]), next: after < count ? String(after) : null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function readMoment(
  desk: BulletinDesk,
  { frozen }: StoredBulletin,
  figure: string,
  { part, cursor, limit }: { readonly part: Part; readonly cursor?: string; readonly limit: number },
): Promise<Shown> {
  const declared = desk.figures.find(figure);
  if (!declared || !frozen) throw new AppError('record.missing');
  if (cursor !== undefined && !UUID.test(cursor)) throw new AppError('request.invalid', { detail: 'cursor' });
  const leaves = await transact(desk.pools, systemSession, 'read', (tx) =>
    frozenPage(tx, desk.figures, declared, part, frozen, { after: cursor, limit: limit + 1 }),
  );
  const rows = leaves.slice(0, limit);
  return {
    rows: rows.map(({ cells }) => [...cells]),
    next: leaves.length > limit ? rows.at(-1)!.record : null,
  };
}

/** What the exports of a bulletin are made of; figures link to the public page that opens them. */
export async function exportedBulletin(desk: BulletinDesk, session: Session, id: string): Promise<Exported> {
  const { corrections } = await findBulletin(desk, session, id);
  const { text, figures } = await viewBulletin(desk, session, id);
  return {
    text,
    figures,
    corrections: corrections.map(({ content }) => content),
    issuer: desk.issuer,
    demo: desk.demo,
    linkOf: (figure) => `${desk.origin ?? ''}/public/bulletins/${id}/figures/${encodeURIComponent(figure)}`,
  };
}
