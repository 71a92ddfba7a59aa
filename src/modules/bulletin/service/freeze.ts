import { dayOf } from '../../../platform/calendar/day.ts';
import { type Session, systemSession } from '../../../platform/database/session.ts';
import { type Tx, transact } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import { runChecks } from '../../../platform/figure/checks.ts';
import { evaluate, type Result } from '../../../platform/figure/evaluate.ts';
import {
  type FrozenFigure,
  type FrozenMoment,
  type FrozenSet,
  freezeFigure,
  freezeMoment,
} from '../../../platform/figure/freeze.ts';
import { perform } from '../../../platform/ledger/perform.ts';
import { publicColumns } from '../../../platform/register/public.ts';
import { freezing } from '../acts.ts';
import { FORMAT, type FrozenSetPart, type VouchedContent } from '../bundle/format.ts';
import { rootOf } from '../bundle/hash.ts';
import { contentRoot, markOf, partsOf } from '../bundle/parts.ts';
import type { BulletinText } from '../contract.ts';
import { type Finding, findingsOf, type Valued } from '../rules.ts';
import { addStep, type StoredBulletin } from '../store.ts';
import { addFreeze } from '../store-frozen.ts';
import { type BulletinDesk, mayTake, orChanged } from './desk.ts';
import { findBulletin } from './drafts.ts';

/** Values of all figures for a text, over all records of the city, whoever writes it: a bulletin has one value for everybody. */
export async function liveFigures(desk: BulletinDesk, tx: Tx, asOf: string): Promise<(Valued & Result)[]> {
  const found: (Valued & Result)[] = [];
  for (const figure of desk.figures.figures) {
    const { id, words, unit, kind } = figure;
    found.push({ id, words, unit, kind, ...(await evaluate(tx, desk.figures, systemSession, figure, { asOf })) });
  }
  return found;
}

/** What speaks against freezing a draft now. */
export async function checkBulletin(desk: BulletinDesk, session: Session, id: string): Promise<Finding[]> {
  const bulletin = await findBulletin(desk, session, id);
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const { asOf } = bulletin.text;
    return judge(desk, tx, bulletin, await liveFigures(desk, tx, asOf), { asOf });
  });
}

async function judge(
  desk: BulletinDesk,
  tx: Tx,
  { text, writtenAt }: StoredBulletin,
  figures: readonly Valued[],
  moment: { readonly asOf: string; readonly knownAt?: Date },
): Promise<Finding[]> {
  const results = new Map<string, Result>(figures.map((figure) => [figure.id, figure]));
  const checks = await runChecks(tx, desk.figures, systemSession, results, moment);
  const now = new Date();
  return findingsOf({ text, figures, checks, today: dayOf(now), writtenOn: dayOf(writtenAt ?? now) });
}

/**
 * Freezes a bulletin: every figure with the roots of its records, at a moment nothing is ever written into again. The ledger
 * entry names the hash of each part.
 * @throws AppError `bulletin.findings` saying what stands against it, `record.changed` when the draft changed meanwhile
 */
export async function freezeBulletin(desk: BulletinDesk, session: Session, id: string): Promise<void> {
  const bulletin = await findBulletin(desk, session, id);
  mayTake(desk, session, 'FREEZE', bulletin);
  const moment = await freezeMoment(desk.pools, bulletin.text.asOf);
  const { figures, findings } = await transact(desk.pools, systemSession, 'read', async (tx) => {
    const figures = await takeFigures(desk, tx, moment, true);
    const valued = figures.map(({ figure, ...result }) => ({ ...figure, ...result }));
    return { figures, findings: await judge(desk, tx, bulletin, valued, moment) };
  });
  refuseOn(findings);
  const content = contentOf(desk, bulletin.id, bulletin.text, moment, figures);
  const parts = partsOf(content);
  await orChanged(
    perform(desk.pools, session, freezing, async (tx) => {
      await addStep(tx, id, bulletin.history.length + 1, 'FREEZE');
      await addFreeze(tx, bulletin, moment, content, figures);
      const { asOf, knownAt } = content;
      return { result: null, subject: id, detail: { asOf, knownAt, content: contentRoot(parts), parts } };
    }),
  );
  await desk.ledger.integrate();
}

function refuseOn(findings: readonly Finding[]): void {
  const stops = findings.filter(({ severity }) => severity === 'stop');
  if (stops.length === 0) return;
  const detail = (language: 'zh' | 'en') =>
    stops.map(({ words }) => words[language]).join(language === 'zh' ? '；' : '; ');
  throw new AppError('bulletin.findings', { count: stops.length, detail: { zh: detail('zh'), en: detail('en') } });
}

async function takeFigures(
  desk: BulletinDesk,
  tx: Tx,
  moment: FrozenMoment,
  withRows: boolean,
): Promise<FrozenFigure[]> {
  const taken: FrozenFigure[] = [];
  for (const figure of desk.figures.figures) taken.push(await freezeFigure(tx, desk.figures, figure, moment, withRows));
  return taken;
}

/** What the ledger entry vouches for. */
function contentOf(
  desk: BulletinDesk,
  id: string,
  { title, sequence, sections }: BulletinText,
  moment: FrozenMoment,
  figures: readonly FrozenFigure[],
): VouchedContent {
  return {
    format: FORMAT,
    bulletin: id,
    demo: desk.demo,
    asOf: moment.asOf,
    knownAt: moment.knownAt.toISOString(),
    title,
    sequence,
    sections,
    figures: figures.map(({ figure, value, base, set, baseSet }) => ({
      id: figure.id,
      words: figure.words,
      unit: figure.unit,
      kind: figure.kind,
      version: figure.version,
      asOf: moment.asOf,
      value,
      base,
      records: setPart(desk, set),
      baseRecords: baseSet && setPart(desk, baseSet),
    })),
  };
}

function setPart(desk: BulletinDesk, { register, count, root, leaves }: FrozenSet): FrozenSetPart {
  const columns = register === null ? [] : publicColumns(desk.figures.registry.catalogue.get(register));
  const marks = leaves?.map(({ commitment, cells }) => markOf(commitment.toString('hex'), cells));
  return {
    register,
    columns: columns.map(({ key, words, choices }) => ({
      key,
      words,
      ...(choices ? { choices: { ...choices } } : {}),
    })),
    count,
    root: root.toString('hex'),
    rows: marks ? rootOf(marks) : null,
  };
}

/** The bulletin of a day that nobody has to write down: for the command line. Its figures are frozen, but no act vouches for them. */
export async function snapshotBulletin(desk: BulletinDesk, text: BulletinText): Promise<VouchedContent> {
  const moment = await freezeMoment(desk.pools, text.asOf);
  const figures = await transact(desk.pools, systemSession, 'read', (tx) => takeFigures(desk, tx, moment, false));
  return contentOf(desk, '00000000-0000-0000-0000-000000000000', text, moment, figures);
}

/** What became of a frozen figure when it was asked again. */
export interface Reevaluated {
  readonly id: string;
  readonly value: number | string | null;
  /** Whether value and roots are those that were frozen. False means that somebody changed the past. */
  readonly same: boolean;
  /** The value by what is known now: where it differs, a correction may be due. */
  readonly now: number | string | null;
}

/** Asks every figure of a frozen bulletin again, at its moment and now. */
export async function reevaluateBulletin(
  desk: BulletinDesk,
  frozen: { readonly asOf: string; readonly knownAt: Date },
  kept: VouchedContent['figures'],
): Promise<Reevaluated[]> {
  return transact(desk.pools, systemSession, 'read', async (tx) => {
    const again = new Map((await takeFigures(desk, tx, frozen, false)).map((one) => [one.figure.id, one]));
    const now = new Map((await liveFigures(desk, tx, frozen.asOf)).map((one) => [one.id, one.value]));
    return kept.map(({ id, value, base, records, baseRecords }) => {
      const one = again.get(id);
      const same =
        one?.value === value &&
        one.base === base &&
        one.set.root.toString('hex') === records.root &&
        one.baseSet?.root.toString('hex') === baseRecords?.root;
      return { id, value: one?.value ?? null, same, now: now.get(id) ?? null };
    });
  });
}
