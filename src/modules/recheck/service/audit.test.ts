import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../platform/database/testing/database.ts';
import { changeRecord } from '../../../platform/register/records/change.ts';
import { registers } from '../../index.ts';
import { auditPlan, listDrawn, openCase } from '../service.ts';
import { recheckHouse } from '../testing/recheck-desk.ts';

const pools = testDatabase();
const house = recheckHouse(pools, registers);
const { desk, city, planner, auditor } = house;

let drawn = '';
beforeAll(async () => {
  drawn = await house.drawn();
});

test('the person concerned can open the own case offline', async () => {
  const opening = JSON.stringify(await openCase(desk, planner, drawn, house.clues.get('XS-001')!));
  expect(await house.found(drawn, opening)).toEqual([]);
  await expect(openCase(desk, planner, drawn, house.clues.get('XS-025')!)).rejects.toMatchObject({
    code: 'record.missing',
  });
});

test('the audit builds the same frame again, though clues changed since', async () => {
  const taken = (await listDrawn(desk, planner, drawn)).map(({ clue }) => clue);
  const [name, clue] = [...house.clues].find(([, record]) => !taken.includes(record))!;
  const values = { conclusion: 'SUBSTANTIATED' };
  await changeRecord(city.records, city.as('CLUE_MANAGER'), registers.get('clues.clues'), clue, {
    version: 1,
    values,
    reason: '复核改变',
  });
  await house.addClue('XS-099');
  expect(await auditPlan(desk, auditor, drawn), name).toEqual({ cases: 20, holds: true, findings: [] });
});

/** What an operator with the database in hand may do; the audit must name it. */
async function tampered(sql: string, values: unknown[] = []): Promise<{ kind: string; what: string }[]> {
  const client = await pools.owner.connect();
  try {
    await client.query(sql, values);
    return (await auditPlan(desk, auditor, drawn)).findings;
  } finally {
    client.release();
  }
}

test('a case that was hidden or exchanged is named by its number', async () => {
  const hidden = house.clues.get('XS-003')!;
  const stranger = house.clues.get('XS-022')!;
  const swap = 'update recheck.case_openings set clue = $2 where plan = $3 and clue = $1';
  const findings = await tampered(swap, [hidden, stranger, drawn]);
  expect(findings).toContainEqual({ kind: 'hidden', what: 'XS-003' });
  expect(findings).toContainEqual({ kind: 'added', what: stranger });
  expect(findings.map(({ kind }) => kind)).toContain('root');
  expect(await tampered(swap, [stranger, hidden, drawn])).toEqual([]);
});

test('a re-checker freed from a bar, or a plan rewritten, is found', async () => {
  const clue = house.clues.get('XS-005')!;
  const { rows } = await pools.owner.query('select excluded from recheck.case_openings where plan = $1 and clue = $2', [
    drawn,
    clue,
  ]);
  const bar = 'update recheck.case_openings set excluded = $1 where plan = $2 and clue = $3';
  const freed = await tampered(bar, [[], drawn, clue]);
  expect(freed).toContainEqual({ kind: 'excluded', what: 'XS-005' });
  expect(await tampered(bar, [rows[0].excluded, drawn, clue])).toEqual([]);
  const rewrite = `update recheck.plans set content = replace(content, $1, $2) where plan = $3`;
  expect(await tampered(rewrite, ['"size":6', '"size":7', drawn])).toEqual([{ kind: 'plan', what: 'ledger' }]);
  expect((await house.found(drawn)).map(({ where }) => where)).toContain('plan.sizing');
  expect(await tampered(rewrite, ['"size":7', '"size":6', drawn])).toEqual([]);
});

test('a case put into the frame beside the plan is found by whoever has the file', async () => {
  const at = { plan: drawn, name: Buffer.alloc(32, 255) };
  await pools.owner.query(
    'insert into recheck.plan_cases (plan, position, stratum, name, excluded) values ($1, 999, 0, $2, $2)',
    [at.plan, at.name],
  );
  expect((await house.found(drawn)).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['frameCount', 'frameRoot']),
  );
  await pools.owner.query('delete from recheck.plan_cases where plan = $1 and position = 999', [drawn]);
  expect(await house.found(drawn)).toEqual([]);
});
