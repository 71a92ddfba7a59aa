import { sql } from 'kysely';
import { AppError } from '../../errors.ts';
import type { WriteTx } from '../../ledger/perform.ts';
import { type Cell, columnLetter } from '../../sheets/cells.ts';
import { isFaultList } from '../../sheets/mark.ts';
import { openSheets, type Sheet, type Sheets } from '../../sheets/open.ts';
import type { Register } from '../declare.ts';
import { fault } from '../faults.ts';
import type { Registry } from '../list.ts';
import { handsIn, reaches } from '../scope.ts';
import { textOf } from '../values.ts';
import { HEAD_ROWS, type Head, type Memory, normaliseHeader, recognise, type SheetPlan } from './recognise.ts';
import { References } from './references.ts';
import { checkSets } from './set-checks.ts';
import type { Finding } from './sheet-reader.ts';
import { type Counts, SheetRun } from './sheet-run.ts';

/** Findings kept with their cells; a file that is wrong throughout is told by its first ones. */
const KEPT = 20_000;

export interface ImportFile {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

export interface Options {
  readonly memory: Memory;
  /** What the person decided about sheets; without it everything is recognised. */
  readonly plan?: readonly SheetPlan[];
  /** Rows to leave out, by sheet: they broke a rule over many rows in an earlier attempt. */
  readonly leftOut: ReadonlyMap<string, ReadonlySet<number>>;
  onProgress(rows: number): void;
  /** Aborted when the person cancels. */
  readonly signal?: AbortSignal;
}

export interface Outcome {
  readonly plan: readonly SheetPlan[];
  readonly counts: Counts;
  readonly findings: readonly Finding[];
  readonly faults: number;
  /** Rows that broke a rule over many rows, found only now, by sheet. */
  readonly breaches: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * Registers the sound rows of a file inside the given act and says what was found. The caller decides whether the act stands:
 * a check and an all-or-nothing import with faults roll it back.
 * @throws AppError of the `sheet.` family when the file cannot be read, `import.cancelled` when the signal fires
 */
export async function runImport(tx: WriteTx, registry: Registry, file: ImportFile, options: Options): Promise<Outcome> {
  const sheets = await openSheets(file.path, { name: file.name });
  try {
    const planned = await planSheets(sheets, registry, options);
    await lock(
      tx,
      planned.map(({ register }) => register),
    );
    const counts: Counts = { rows: 0, added: 0, superseded: 0, unchanged: 0, faulty: 0 };
    const findings: Finding[] = [];
    let faults = 0;
    const context = {
      tx,
      registry,
      references: new References(tx, registry.catalogue),
      importId: file.id,
      counts,
      find: (finding: Finding) => {
        if (finding.severity === 'fault') faults += 1;
        if (findings.length < KEPT) findings.push(finding);
      },
    };
    for (const { sheet, register, plan } of planned) {
      const units = await writableUnits(tx, register);
      if (plan.missing.length > 0) {
        missingColumns(plan, register).forEach(context.find);
        continue;
      }
      const run = new SheetRun(
        { ...context, units, leftOut: options.leftOut.get(sheet.name) ?? new Set() },
        plan,
        register,
      );
      doubledColumns(plan).forEach(context.find);
      await run.begin();
      for await (const rows of sheet.rows()) {
        // The reason tells a person's cancelling (`import.cancelled`) from the program's stopping.
        options.signal?.throwIfAborted();
        for (const row of rows)
          for (const problem of row.problems) context.find(problemFinding(sheet.name, row.number, problem));
        await run.batch(rows);
        options.onProgress(counts.rows);
      }
      await run.end();
    }
    const plans = await allPlans(sheets, planned, options);
    // A text that is called a workbook is what is wrong with the file, more than that no register fits its lines.
    const misnamed = sheets.notes.find(({ code }) => code === 'sheet.textNotWorkbook');
    for (const { sheet } of plans.filter((plan) => plan.register === null)) {
      context.find(
        misnamed ? problemFinding(sheet, 1, misnamed) : notRecognised(sheet, planned.length === 0 ? 'fault' : 'note'),
      );
    }
    const breaches = await breachesBySheet(tx, registry, planned, context.find);
    return { plan: plans, counts, findings, faults, breaches };
  } finally {
    sheets.close();
  }
}

interface Planned {
  readonly sheet: Sheet;
  readonly register: Register;
  readonly plan: SheetPlan;
}

/** Headings that stand twice: the first is taken, and the person is told which was left out. */
const doubledColumns = (plan: SheetPlan): Finding[] =>
  plan.columns
    .filter(
      ({ key, header }) =>
        key === null &&
        header !== '' &&
        plan.columns.some((other) => other.key !== null && normaliseHeader(other.header) === normaliseHeader(header)),
    )
    .map(({ index, header }) => ({
      severity: 'note',
      sheet: plan.sheet,
      row: plan.headerRow!,
      letter: columnLetter(index),
      header,
      value: null,
      fault: fault('sheet.columnDoubled', { header }),
    }));

/** A sheet no register knows: a cover or a note beside others, a fault when there is nothing else in the file. */
const notRecognised = (sheet: string, severity: Finding['severity']): Finding => ({
  severity,
  sheet,
  row: 1,
  letter: null,
  header: null,
  value: null,
  fault: fault('sheet.notRecognised'),
});

/** The sheets that go into a register, those first that others refer to. */
async function planSheets(sheets: Sheets, registry: Registry, options: Options): Promise<Planned[]> {
  const planned: Planned[] = [];
  for await (const sheet of sheets.sheets()) {
    // The list of faults in a workbook that was given back marked.
    if (isFaultList(sheet.name)) continue;
    const decided = options.plan?.find((one) => one.sheet === sheet.name);
    const plan = decided ?? recognise(registry.catalogue, sheet.name, await headOf(sheet), options.memory);
    if (plan.register && (plan.headerRow !== null || plan.missing.length > 0)) {
      planned.push({ sheet, plan, register: registry.catalogue.get(plan.register) });
    }
  }
  return inOrder(planned);
}

/** Each sheet after those whose registers its own refers to, through any number of steps; else in the order of the tabs. */
function inOrder(planned: readonly Planned[]): Planned[] {
  const ordered: Planned[] = [];
  const seen = new Set<Planned>();
  const place = (one: Planned): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const other of planned) if (refersTo(one.register, other.register)) place(other);
    ordered.push(one);
  };
  planned.forEach(place);
  return ordered;
}

const refersTo = (from: Register, to: Register): boolean =>
  Object.values(from.columns).some((column) => column.kind === 'ref' && column.to === to.name);

/** The first rows of a sheet as text. A merged title shows in its first cell only, as it should. */
export async function headOf(sheet: Sheet): Promise<Head> {
  const head: { number: number; cells: string[] }[] = [];
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      head.push({ number: row.number, cells: row.cells.map((cell: Cell) => textOf(cell)) });
      if (head.length === HEAD_ROWS) return head;
    }
  }
  return head;
}

/** Every sheet of the file with its plan, in tab order: those left out show that they are. */
async function allPlans(sheets: Sheets, planned: readonly Planned[], options: Options): Promise<SheetPlan[]> {
  const plans: SheetPlan[] = [];
  for await (const sheet of sheets.sheets()) {
    plans.push(
      planned.find((one) => one.sheet.name === sheet.name)?.plan ??
        options.plan?.find((one) => one.sheet === sheet.name) ?? {
          sheet: sheet.name,
          register: null,
          headerRow: null,
          columns: [],
          missing: [],
        },
    );
  }
  return plans;
}

/** Two imports into one register take turns, so that neither sees half of the other. */
async function lock(tx: WriteTx, registers: readonly Register[]): Promise<void> {
  for (const name of [...new Set(registers.map((one) => one.name))].sort()) {
    await sql`select pg_advisory_xact_lock(hashtext(${`import ${name}`}))`.execute(tx.db);
  }
}

/** Units whose records this session may hand in; null when all. @throws AppError `access.denied` when none */
async function writableUnits(tx: WriteTx, register: Register): Promise<ReadonlySet<string> | null> {
  const found = reaches(tx.session, register, 'write');
  if (!handsIn(tx.session, register)) throw new AppError('access.denied', { permission: register.words });
  if (found.has('all')) return null;
  const { rows } = await sql<{ units: string[] }>`select access.subtree(${tx.session.unit}::uuid) as units`.execute(
    tx.db,
  );
  return new Set(rows[0]!.units);
}

const missingColumns = (plan: SheetPlan, register: Register): Finding[] =>
  plan.missing.map((key) => ({
    severity: 'fault',
    sheet: plan.sheet,
    row: plan.headerRow ?? 1,
    letter: null,
    header: register.columns[key]!.words.zh,
    value: null,
    fault: fault('sheet.columnMissing', { column: register.columns[key]!.words }),
  }));

function problemFinding(
  sheet: string,
  row: number,
  problem: { readonly code: string; readonly params: Readonly<Record<string, unknown>>; readonly column?: number },
): Finding {
  return {
    severity: 'fault',
    sheet,
    row,
    letter: problem.column === undefined ? null : columnLetter(problem.column),
    header: null,
    value: null,
    fault: fault('cell.problem', { problem: problem.code, params: problem.params }),
  };
}

async function breachesBySheet(
  tx: WriteTx,
  registry: Registry,
  planned: readonly Planned[],
  find: (finding: Finding) => void,
): Promise<Map<string, Set<number>>> {
  const bySheet = new Map<string, Set<number>>();
  for (const register of new Set(planned.map((one) => one.register))) {
    for (const breach of await checkSets(tx, registry.catalogue, register)) {
      const plan = planned.find((one) => one.sheet.name === breach.sheet)!.plan;
      const mapped = plan.columns.find(({ key }) => key === breach.key);
      const rows = bySheet.get(breach.sheet) ?? new Set();
      bySheet.set(breach.sheet, rows.add(breach.row));
      for (const { sheet, row } of breach.along ?? []) bySheet.set(sheet, (bySheet.get(sheet) ?? new Set()).add(row));
      find({
        severity: 'fault',
        sheet: breach.sheet,
        row: breach.row,
        letter: mapped ? columnLetter(mapped.index) : null,
        header: mapped?.header ?? null,
        value: null,
        fault: breach.fault,
      });
    }
  }
  return bySheet;
}
