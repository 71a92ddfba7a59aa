import { expect, test } from 'vitest';
import { registers } from '../../../modules/index.ts';
import { systemSession } from '../../database/session.ts';
import { testDatabase } from '../../database/testing/database.ts';
import { transact } from '../../database/transact.ts';
import { citizenIdCheck } from '../../identifiers/citizen-id.ts';
import { listRecords } from '../list.ts';
import { testCity } from '../testing/city.ts';
import type { ImportRow } from './store.ts';
import { readFindings } from './store.ts';

const pools = testDatabase();
const city = testCity(pools, registers);
const heading = [
  '干警编号',
  '姓名',
  '性别',
  '身份证号',
  '单位',
  '人员状态',
  '是否党员',
  '是否班子成员',
  '是否主要负责同志',
];
const more = ['人员类别', '是否重点岗位'];

const idNo = (serial: number): string => {
  const first = `99010119000101${String(serial).padStart(3, '0')}`;
  return first + citizenIdCheck(first);
};
const maskOf = (number: string): string => `${number.slice(0, 6)}********${number.slice(-4)}`;

const row = (number: string, name: string, id: string) => [number, name, '男', id, 'C01', '在职', '是', '否', '否'];
const handIn = (...rows: string[][]): Promise<ImportRow> =>
  city.handIn('花名册.xlsx', [[...heading, ...more], ...rows.map((one) => [...one, '公务员', '否'])], 'good');

const faultsOf = (imported: ImportRow): Promise<string[]> =>
  transact(pools, systemSession, 'read', async (tx) =>
    (await readFindings(tx, imported, -1, 100)).map(({ letter, row: at, code }) => `${letter}${at} ${code}`),
  );

/** Who is on the roster, with the number as staff see it. */
async function roster(): Promise<Record<string, string>> {
  const { rows } = await transact(pools, systemSession, 'read', (tx) =>
    listRecords(tx, city.records.registry, systemSession, registers.get('organisation.officers'), { limit: 50 }),
  );
  return Object.fromEntries(rows.map(({ values, version }) => [values.name, `${values.idNo} v${version}`]));
}

test('a masked number stands for the one the record holds; anywhere else it is a fault that says what to do', async () => {
  expect((await handIn(row('P1', '甲一', idNo(1)), row('P2', '乙二', idNo(2)))).counts).toMatchObject({ added: 2 });

  const again = await handIn(row('P1', '甲一', maskOf(idNo(1))), row('P2', '乙二改名', maskOf(idNo(2))));
  expect(again.counts).toMatchObject({ unchanged: 1, superseded: 1, faulty: 0 });
  expect(await roster()).toEqual({ 甲一: `${maskOf(idNo(1))} v1`, 乙二改名: `${maskOf(idNo(2))} v2` });

  const wrong = await handIn(
    row('P1', '甲一', maskOf(idNo(2))),
    row('P3', '丙三', maskOf(idNo(3))),
    row('P2', '乙二', idNo(2)),
  );
  expect((await faultsOf(wrong)).sort()).toEqual(['D2 secret.otherMask', 'D3 secret.masked']);
  expect(wrong.counts).toMatchObject({ faulty: 2, superseded: 1 });
  // The number kept through the mask is still the whole one: written out again it is the same content.
  expect((await handIn(row('P2', '乙二', idNo(2)))).counts).toMatchObject({ unchanged: 1 });
});
