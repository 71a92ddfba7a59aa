import { sql } from 'kysely';
import { readQuery } from '../../../platform/database/cursor.ts';
import type { Tx } from '../../../platform/database/transact.ts';
import { CompactRange } from '../../../platform/ledger/merkle.ts';
import type { Registry } from '../../../platform/register/list.ts';
import { compile, type Moment, of, type RecordSet } from '../../../platform/register/sets.ts';
import { tableOf } from '../../../platform/register/tables.ts';
import { CLOSED, clues } from '../../clues/index.ts';
import { units } from '../../organisation/index.ts';
import { conclusions, type Plan } from '../bundle/format.ts';
import { riskOf } from '../rules.ts';

/**
 * The two populations (reference 12): what was found untrue, and the data matches that were concluded, whatever the answer. A conclusion that
 * was proposed and not yet approved is none.
 */
export const sets: Readonly<Record<Plan['population'], RecordSet>> = {
  UNSUBSTANTIATED_REPORT: of(clues, { state: CLOSED, conclusion: 'UNSUBSTANTIATED' }),
  DATA_MATCH_CLUE: of(clues, { source: 'DATA_MATCH', state: CLOSED, conclusion: { filled: true } }),
};

/** Name of the question whose records a frame holds, as it stands in the plan. */
export const questionOf = (population: Plan['population']): string =>
  population === 'DATA_MATCH_CLUE' ? 'recheck.dataMatches' : 'recheck.unsubstantiated';

/** One clue of a population. */
export interface Member {
  readonly clue: string;
  readonly version: number;
  /** The ledger's commitment to this version, hex. */
  readonly commitment: string;
  readonly serialNo: string;
  readonly unit: { readonly record: string; readonly words: { readonly zh: string; readonly en: string } } | null;
  readonly risk: ReturnType<typeof riskOf>;
}

export interface Population {
  readonly members: readonly Member[];
  /** Over the commitments of the members, in order of their records: as a figure over the same question is frozen. */
  readonly figure: { readonly count: number; readonly root: string };
  /** The same over all clues. */
  readonly register: { readonly count: number; readonly root: string };
  readonly totals: Plan['totals'];
}

interface Row {
  readonly record: string;
  readonly version: number;
  readonly commitment: Buffer;
  readonly serial_no: string;
  readonly handling_unit: string | null;
  readonly source: string;
  readonly reporter_mode: string;
  readonly amount: string | null;
  readonly confidentiality: string | null;
  /** Null while no answer stands. */
  readonly conclusion: string | null;
  readonly inside: boolean;
}

/**
 * Reads a population at a moment that is over, with all clues counted beside it in the same pass: whoever leaves a case out must
 * leave it out of the register too, whose every version is in the ledger. The same moment gives the same again.
 * @param tx a read transaction of the system session
 */
export async function readPopulation(
  tx: Tx,
  { catalogue }: Registry,
  population: Plan['population'],
  moment: Required<Moment>,
): Promise<Population> {
  const names = await unitNames(tx, moment.knownAt);
  const everything = compile(catalogue, of(clues), moment);
  const { where: inside } = compile(catalogue, sets[population], moment);
  const members: Member[] = [];
  const [figure, register] = [new CompactRange(), new CompactRange()];
  const byConclusion: Record<string, number> = Object.fromEntries(conclusions.map((name) => [name, 0]));
  const dataMatches = { concluded: 0, open: 0 };
  const rows = readQuery<Row>(
    tx,
    sql<Row>`select t.record, t.version, t.commitment, t.serial_no, t.handling_unit, t.source, t.reporter_mode, t.amount,
        t.confidentiality, case when t.state = any (${[...CLOSED]}) then t.conclusion end as conclusion, (${inside}) as inside
      from ${everything.from} where ${everything.where} order by t.record, t.version`,
    2_000,
  );
  for await (const batch of rows) {
    for (const row of batch) {
      register.append(row.commitment);
      byConclusion[row.conclusion ?? 'NONE']! += 1;
      if (row.source === 'DATA_MATCH') dataMatches[row.conclusion ? 'concluded' : 'open'] += 1;
      if (!row.inside) continue;
      figure.append(row.commitment);
      const unit = row.handling_unit;
      const name = unit === null ? '' : (names.get(unit) ?? unit);
      members.push({
        clue: row.record,
        version: row.version,
        commitment: row.commitment.toString('hex'),
        serialNo: row.serial_no,
        unit: unit === null ? null : { record: unit, words: { zh: name, en: name } },
        risk: riskOf({
          source: row.source,
          reporterMode: row.reporter_mode,
          amount: row.amount,
          confidentiality: row.confidentiality,
        }),
      });
    }
  }
  const committed = (range: CompactRange) => ({ count: range.size, root: range.root().toString('hex') });
  return {
    members,
    figure: committed(figure),
    register: committed(register),
    totals: { all: register.size, byConclusion: byConclusion as Plan['totals']['byConclusion'], dataMatches },
  };
}

async function unitNames(tx: Tx, knownAt: Date): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ record: string; name: string }>`
    select record, name from ${sql.raw(tableOf(units).sql)}
    where recorded_at <= ${knownAt} and (retired_at is null or retired_at > ${knownAt})`.execute(tx.db);
  return new Map(rows.map(({ record, name }) => [record, name]));
}
