import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Role } from '../platform/access/roles.ts';
import type { Session } from '../platform/database/session.ts';
import { testDatabase } from '../platform/database/testing/database.ts';
import type { DeskCount } from '../platform/desk/item.ts';
import { itemsOf } from '../platform/desk/item.ts';
import { testCity } from '../platform/register/testing/city.ts';
import { deskItems, registers } from './index.ts';

/** What each desk counts, on the real database: what is there for whoever it concerns, and nothing for anybody else. */
const pools = testDatabase();
const city = testCity(pools, registers);
const now = new Date('2026-11-23T06:00:00Z');
type Unit = 'C01' | 'C02' | 'D01';

const officers: Record<'own' | 'other', string> = { own: '', other: '' };

/** What the desk of a role says of one item; nothing where the item is not on it. */
async function on(
  name: string,
  role: Role,
  { unit = 'C01', officer = null }: { unit?: Unit; officer?: string | null } = {},
): Promise<DeskCount | undefined> {
  const session: Session = { account: randomUUID(), roles: [role], unit: city.units[unit], officer };
  const { items } = await itemsOf({ pools, now: () => now }, session, deskItems);
  const found = items.find((item) => item.name === name);
  return found && { waiting: found.waiting, late: found.late, changed: found.changed };
}

const nothing: DeskCount = { waiting: 0, late: 0, changed: 0 };

beforeAll(async () => {
  for (const [name, unit] of [
    ['own', 'C01'],
    ['other', 'D01'],
  ] as const)
    officers[name] = await city.add('organisation.officers', {
      officerNo: `P-${name}`,
      name,
      gender: 'FEMALE',
      unit: city.units[unit],
      staffKind: 'CIVIL_SERVANT',
      isPartyMember: true,
      status: 'IN_POST',
      isTeamMember: false,
      isPrincipalLeader: false,
    });
});

test('papers wait for the officer they were handed to, until they are signed or replaced', async () => {
  const paper = (edition: number, more: object) =>
    city.add('conduct.documentTemplates', {
      kind: 'COMMITMENT_LETTER',
      edition,
      title: `承诺书第${edition}版`,
      validFrom: '2026-01-01',
      asks: 'SIGN',
      sha256: 'a'.repeat(64),
      ...more,
    });
  const hand = (template: string, more: object = {}) =>
    city.add('conduct.deliveries', {
      template,
      officer: officers.own,
      unit: city.units.C01,
      deliveredOn: '2026-11-01',
      ...more,
    });
  const first = await paper(1, {});
  await hand(first);
  await hand(await paper(2, { replaces: first }));
  await hand(await paper(3, {}), { signedOn: '2026-11-02' });
  await hand(await paper(4, { sha256: null }));
  expect(await on('conduct.papersToSign', 'OFFICER_SELF', { officer: officers.own })).toMatchObject({
    waiting: 1,
    late: 0,
  });
  expect(await on('conduct.papersToSign', 'OFFICER_SELF', { officer: officers.other, unit: 'D01' })).toEqual(nothing);
  expect(await on('conduct.papersToSign', 'UNIT_HEAD')).toBeUndefined();
});

test('talks wait for the officer they were held with, once they were held', async () => {
  for (const state of ['HELD', 'CONFIRMED', 'PLANNED'])
    await city.add('conduct.talks', {
      number: `TH-${state}`,
      officer: officers.own,
      unit: city.units.C01,
      talker: officers.other,
      kind: 'REGULAR',
      heldOn: '2026-11-02',
      state,
    });
  expect(await on('conduct.talksToConfirm', 'OFFICER_SELF', { officer: officers.own })).toMatchObject({ waiting: 1 });
  expect(await on('conduct.talksToConfirm', 'OFFICER_SELF', { officer: officers.other, unit: 'D01' })).toEqual(nothing);
});

test('sealed self-reports wait at the discipline desk until they are opened, and are counted for nobody else', async () => {
  for (const state of ['SUBMITTED', 'SUBMITTED', 'RECEIVED'])
    await city.add('conduct.selfReports', {
      number: `ZC-${randomUUID().slice(0, 8)}`,
      officer: officers.own,
      unit: city.units.C01,
      submittedAt: state === 'RECEIVED' ? '2026-10-01T00:00:00Z' : '2026-11-23T01:00:00Z',
      state,
    });
  const liaison = { officer: officers.other };
  expect(await on('conduct.sealedReports', 'DISCIPLINE_LIAISON', liaison)).toEqual({ waiting: 2, late: 0, changed: 2 });
  for (const role of ['APPROVER', 'UNIT_HEAD', 'OFFICER_SELF', 'SYSTEM_ADMIN', 'CLUE_MANAGER'] as const)
    expect(await on('conduct.sealedReports', role, { officer: officers.own }), role).toBeUndefined();
});
