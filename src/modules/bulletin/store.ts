import { sql } from 'kysely';
import type { Tx } from '../../platform/database/transact.ts';
import type { WriteTx } from '../../platform/ledger/perform.ts';
import type { CorrectionContent, FigurePart } from './bundle/format.ts';
import type { BulletinText } from './contract.ts';
import { type BulletinAction, bulletinLifecycle } from './lifecycle.ts';

export interface Frozen {
  readonly text: BulletinText;
  readonly asOf: string;
  readonly knownAt: Date;
  readonly demo: boolean;
  readonly at: Date;
  readonly act: string;
}

export interface StoredCorrection {
  readonly content: CorrectionContent;
  readonly at: Date;
  readonly act: string;
}

/** A bulletin as far as the session may see it: the public sees neither drafts nor who took which step. */
export interface StoredBulletin {
  readonly id: string;
  readonly state: keyof typeof bulletinLifecycle.states;
  /** The frozen text, or that of the newest draft. */
  readonly text: BulletinText;
  readonly version: number;
  readonly writtenAt: Date | null;
  readonly writtenBy: string | null;
  readonly history: readonly { readonly action: string; readonly account: string }[];
  readonly frozen: Frozen | null;
  readonly publishedAt: Date | null;
  readonly corrections: readonly StoredCorrection[];
}

interface Row {
  readonly id: string;
  readonly steps: readonly { action: BulletinAction; account: string | null }[];
  readonly draft: { version: number; text: BulletinText; account: string | null; at: string } | null;
  readonly frozen: { draft: number; text: BulletinText; as_of: string; demo: boolean; act: string } | null;
  readonly frozen_at: Date | null;
  readonly known_at: Date | null;
  readonly published_at: Date | null;
  readonly corrections: readonly { content: string; at: string; act: string }[];
}

/** Bulletins the session may see, those of the latest cut-off first; one of them, or all. */
export async function loadBulletins(tx: Tx, id?: string): Promise<StoredBulletin[]> {
  const one = id === undefined ? sql`true` : sql`ids.id = ${id}`;
  const { rows } = await sql<Row>`
    with ids as (select bulletin as id from bulletin.drafts union select bulletin from bulletin.freezes)
    select ids.id, to_json(f) as frozen, f.at as frozen_at, f.known_at, p.at as published_at, to_json(d) as draft,
      coalesce((select json_agg(json_build_object('action', s.action, 'account', s.account) order by s.number)
        from bulletin.steps s where s.bulletin = ids.id), '[]') as steps,
      coalesce((select json_agg(json_build_object('content', c.content, 'at', c.at, 'act', c.act) order by c.number)
        from bulletin.corrections c where c.bulletin = ids.id), '[]') as corrections
    from ids
    left join bulletin.freezes f on f.bulletin = ids.id
    left join bulletin.publications p on p.bulletin = ids.id
    left join lateral (
      select version, text, account, at from bulletin.drafts where bulletin = ids.id order by version desc limit 1) d on true
    where ${one}
    order by coalesce(f.text, d.text) ->> 'asOf' desc, ids.id desc`.execute(tx.db);
  return rows.map(read);
}

function read(row: Row): StoredBulletin {
  const { frozen, draft, steps } = row;
  const corrections = row.corrections.map(({ content, at, act }) => ({
    content: JSON.parse(content) as CorrectionContent,
    at: new Date(at),
    act,
  }));
  return {
    id: row.id,
    state: steps.length > 0 ? stateAfter(steps) : corrections.length > 0 ? 'corrected' : 'published',
    text: (frozen ?? draft)!.text,
    version: draft?.version ?? frozen!.draft,
    writtenAt: draft && new Date(draft.at),
    writtenBy: draft?.account ?? null,
    history: steps.map(({ action, account }) => ({ action, account: account ?? '' })),
    frozen: frozen && {
      text: frozen.text,
      asOf: frozen.as_of,
      knownAt: row.known_at!,
      demo: frozen.demo,
      at: row.frozen_at!,
      act: frozen.act,
    },
    publishedAt: row.published_at,
    corrections,
  };
}

function stateAfter(steps: Row['steps']): StoredBulletin['state'] {
  let state: StoredBulletin['state'] = bulletinLifecycle.initial;
  for (const { action } of steps) {
    const step: { readonly to?: StoredBulletin['state'] } = bulletinLifecycle.actions[action] as never;
    state = step.to ?? state;
  }
  return state;
}

/** Appends a step. A number that is taken means that somebody else was faster. */
export async function addStep(tx: WriteTx, bulletin: string, number: number, action: BulletinAction): Promise<void> {
  await sql`insert into bulletin.steps (bulletin, number, action, account, at, act)
    values (${bulletin}, ${number}, ${action}, ${tx.session.account}, ${tx.recordedAt}, ${tx.act})`.execute(tx.db);
}

export async function addDraft(tx: WriteTx, bulletin: string, version: number, text: BulletinText): Promise<void> {
  await sql`insert into bulletin.drafts (bulletin, version, text, account, at, act)
    values (${bulletin}, ${version}, ${JSON.stringify(text)}, ${tx.session.account}, ${tx.recordedAt}, ${tx.act})`.execute(
    tx.db,
  );
}

export async function addPublication(tx: WriteTx, bulletin: string): Promise<void> {
  await sql`insert into bulletin.publications (bulletin, at, act) values (${bulletin}, ${tx.recordedAt}, ${tx.act})`.execute(
    tx.db,
  );
}

export async function addCorrection(tx: WriteTx, content: CorrectionContent, written: string): Promise<void> {
  await sql`insert into bulletin.corrections (bulletin, number, figure, content, at, act)
    values (${content.bulletin}, ${content.number}, ${content.figure}, ${written}, ${tx.recordedAt}, ${tx.act})`.execute(
    tx.db,
  );
}

/** The frozen figures of a bulletin, in their order. */
export async function loadFigures(tx: Tx, bulletin: string): Promise<FigurePart[]> {
  const { rows } = await sql<{ content: string }>`
    select content from bulletin.frozen_figures where bulletin = ${bulletin} order by position`.execute(tx.db);
  return rows.map(({ content }) => JSON.parse(content) as FigurePart);
}
