import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../database/session.ts';
import { type Pools, transact } from '../../database/transact.ts';
import { AppError } from '../../errors.ts';
import { defineAct } from '../../ledger/acts.ts';
import { perform } from '../../ledger/perform.ts';
import { words } from '../../words.ts';
import type { Registry } from '../list.ts';
import { mustOpenContent } from './content.ts';
import type { SheetPlan } from './recognise.ts';
import { type Outcome, runImport } from './run.ts';
import {
  changeImport,
  type ImportRow,
  insertFindings,
  insertImport,
  readImport,
  readMemory,
  remember,
  sameFile,
} from './store.ts';

export const receiving = defineAct({
  name: 'imports.receive',
  words: words('收到报送文件', 'Receive a workbook'),
  permission: 'imports.hand-in',
  rule: null,
});
export const registering = defineAct({
  name: 'imports.register',
  words: words('登记报送文件', 'Register a workbook'),
  permission: 'imports.hand-in',
  rule: null,
});
export const planning = defineAct({
  name: 'imports.plan',
  words: words('确认列对应', 'Confirm the columns of a workbook'),
  permission: 'imports.hand-in',
  rule: null,
});
export const cancelling = defineAct({
  name: 'imports.cancel',
  words: words('取消导入', 'Cancel an import'),
  permission: 'imports.hand-in',
  rule: null,
});

/** What the use cases of importing need. */
export interface ImportDesk {
  readonly pools: Pools;
  readonly registry: Registry;
  /** Where the bytes of a received file lie. */
  pathOf(sha256: string): string;
}

/** `check` leaves nothing behind; `all` registers nothing when one fault is found; `good` registers the rows without fault. */
export type Mode = 'check' | 'all' | 'good';

/**
 * Says whether an import can be registered now, before the work is queued.
 * @throws AppError `import.state`, `record.missing`, `import.closed`
 */
export async function mustBeChecked(desk: ImportDesk, session: Session, id: string): Promise<void> {
  const row = await transact(desk.pools, session, 'read', (tx) => readImport(tx, id));
  mustOpenContent(desk.registry.catalogue, session, row);
  const { state } = row;
  if (state !== 'checked' && state !== 'waiting') throw new AppError('import.state', { state });
}

/** Takes in a file whose bytes are already kept under their hash. */
export async function receiveFile(
  desk: ImportDesk,
  session: Session,
  file: { readonly name: string; readonly sha256: string; readonly size: number },
): Promise<ImportRow> {
  const id = uuidv7();
  return perform(desk.pools, session, receiving, async (tx) => {
    await insertImport(tx, {
      id,
      file_name: file.name,
      size: file.size,
      sha256: file.sha256,
      account: session.account,
      unit: session.unit,
    });
    return { result: await readImport(tx, id), subject: id, detail: { sha256: file.sha256 } };
  });
}

/** SHA-256 and size of a file, read once from end to end. */
export async function fingerprint(path: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return { sha256: hash.digest('hex'), size: (await stat(path)).size };
}

/** Thrown inside the act to undo it; carries what was found. */
class Undone extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('undone');
    this.outcome = outcome;
  }
}

/** More rounds than rules over many rows could ever need; reaching it would be a programming error. */
const ROUNDS = 10;

/**
 * Checks a file or registers it. A check is the real thing, rolled back, so it finds what registering would find.
 * @throws AppError `import.state` when it is not waiting for this, `import.sameFile` when the same bytes are registered already
 */
export async function processImport(
  desk: ImportDesk,
  session: Session,
  id: string,
  mode: Mode,
  options: { readonly signal?: AbortSignal; onProgress?(rows: number): void } = {},
): Promise<ImportRow> {
  const busy = mode === 'check' ? 'checking' : 'registering';
  const row = await transact(desk.pools, session, 'write', async (tx) => {
    const before = await readImport(tx, id);
    const taken = await changeImport(tx, id, ['waiting', 'checked', 'checking', 'registering'], {
      state: busy,
      progress: 0,
    });
    if (!taken) throw new AppError('import.state', { state: before.state });
    return before;
  });
  try {
    const outcome = await attempts(desk, session, row, mode, options);
    return await transact(desk.pools, session, 'write', async (tx) => {
      await insertFindings(tx, id, row.run + 1, outcome.findings);
      if (outcome.stands) {
        await changeImport(tx, id, ['registered'], { run: row.run + 1, faults: outcome.faults });
      } else {
        const found = {
          plan: outcome.plan,
          counts: outcome.counts,
          faults: outcome.faults,
          progress: outcome.counts.rows,
        };
        await changeImport(tx, id, [busy], { ...found, state: 'checked', run: row.run + 1 });
      }
      return readImport(tx, id);
    });
  } catch (error) {
    await giveUp(desk, session, id, busy, error);
    if (error instanceof AppError && (error.code.startsWith('sheet.') || error.code === 'import.cancelled')) {
      return transact(desk.pools, session, 'read', (tx) => readImport(tx, id));
    }
    throw error;
  }
}

/** What another attempt would not mend: the file cannot be read, is registered already, or is not this session's to hand in. */
const isRefusal = ({ code }: AppError): boolean =>
  code.startsWith('sheet.') || code === 'import.sameFile' || code === 'access.denied';

/** A file that is refused is refused for good; whatever else went wrong leaves the import where it can be tried again. */
async function giveUp(
  desk: ImportDesk,
  session: Session,
  id: string,
  busy: 'checking' | 'registering',
  error: unknown,
): Promise<void> {
  await transact(desk.pools, session, 'write', async (tx) => {
    if (error instanceof AppError && isRefusal(error)) {
      await changeImport(tx, id, [busy], { state: 'refused', refusal: { code: error.code, params: error.params } });
    } else if (error instanceof AppError && error.code === 'import.cancelled') {
      await changeImport(tx, id, [busy], { state: 'cancelled' });
    } else {
      await changeImport(tx, id, [busy], { state: 'waiting' });
    }
  }).catch(() => undefined);
}

interface Attempted extends Outcome {
  readonly stands: boolean;
}

/** Runs until no further row breaks a rule over many rows; each round leaves out what the one before found. */
async function attempts(
  desk: ImportDesk,
  session: Session,
  row: ImportRow,
  mode: Mode,
  options: { readonly signal?: AbortSignal; onProgress?(rows: number): void },
): Promise<Attempted> {
  const leftOut = new Map<string, Set<number>>();
  const earlier: Outcome['findings'][number][] = [];
  let earlierFaults = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await attempt(desk, session, row, mode, leftOut, options);
    const all = { ...outcome, findings: [...outcome.findings, ...earlier], faults: outcome.faults + earlierFaults };
    if (mode !== 'good' || outcome.breaches.size === 0) return all;
    for (const [sheet, rows] of outcome.breaches) {
      leftOut.set(sheet, new Set([...(leftOut.get(sheet) ?? []), ...rows]));
    }
    const breached = outcome.findings.filter(
      (one) =>
        one.severity === 'fault' && one.fault.code.startsWith('set.') && outcome.breaches.get(one.sheet)?.has(one.row),
    );
    earlier.push(...breached);
    earlierFaults += breached.length;
  }
  throw new Error('an import did not come to rest');
}

async function attempt(
  desk: ImportDesk,
  session: Session,
  row: ImportRow,
  mode: Mode,
  leftOut: ReadonlyMap<string, ReadonlySet<number>>,
  options: { readonly signal?: AbortSignal; onProgress?(rows: number): void },
): Promise<Attempted> {
  try {
    const outcome = await perform(desk.pools, session, registering, async (tx) => {
      // An import is work, however long, and no question that somebody waits for.
      await tx.client.query('set local statement_timeout = 0');
      const same = mode === 'check' ? undefined : await sameFile(tx, row.sha256);
      if (same) throw new AppError('import.sameFile', { file: same.file_name });
      const decided = row.plan.some(({ decided: byPerson }) => byPerson) ? row.plan : undefined;
      const found = await runImport(
        tx,
        desk.registry,
        { id: row.id, path: desk.pathOf(row.sha256), name: row.file_name },
        {
          memory: await readMemory(tx, session.unit),
          plan: decided,
          leftOut,
          onProgress: options.onProgress ?? (() => undefined),
          signal: options.signal,
        },
      );
      const { added, superseded, unchanged } = found.counts;
      const nothing = added + superseded + unchanged === 0;
      const undo = mode === 'check' || nothing || found.breaches.size > 0 || (mode === 'all' && found.faults > 0);
      if (undo) throw new Undone(found);
      const stands = await changeImport(tx, row.id, ['registering'], {
        state: 'registered',
        plan: found.plan,
        counts: found.counts,
        progress: found.counts.rows,
        act: tx.act,
      });
      // Cancelled in the last moment: what was written goes with this act.
      if (!stands) throw new AppError('import.cancelled');
      const detail = { sha256: row.sha256, added: found.counts.added, superseded: found.counts.superseded };
      return { result: found, subject: row.id, detail };
    });
    return { ...outcome, stands: true };
  } catch (error) {
    if (error instanceof Undone) return { ...error.outcome, stands: false };
    throw error;
  }
}

/** Takes the person's word on registers and columns; the import waits to be checked again. */
export async function changePlan(
  desk: ImportDesk,
  session: Session,
  id: string,
  plan: readonly SheetPlan[],
): Promise<ImportRow> {
  return perform(desk.pools, session, planning, async (tx) => {
    const before = await readImport(tx, id);
    if (!(await changeImport(tx, id, ['waiting', 'checked'], { plan, state: 'waiting' }))) {
      throw new AppError('import.state', { state: before.state });
    }
    await remember(tx, session.unit, plan);
    return { result: await readImport(tx, id), subject: id };
  });
}

/** Ends an import that is not registered. A run under way notices at its next batch and leaves nothing. */
export async function cancelImport(desk: ImportDesk, session: Session, id: string): Promise<ImportRow> {
  return perform(desk.pools, session, cancelling, async (tx) => {
    const before = await readImport(tx, id);
    if (!(await changeImport(tx, id, ['waiting', 'checking', 'checked', 'registering'], { state: 'cancelled' }))) {
      throw new AppError('import.state', { state: before.state });
    }
    return { result: await readImport(tx, id), subject: id };
  });
}
