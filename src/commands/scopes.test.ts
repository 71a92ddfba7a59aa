import { beforeAll, expect, test } from 'vitest';
import { registers } from '../modules/index.ts';
import { type Role, roles } from '../platform/access/roles.ts';
import type { Register } from '../platform/register/declare.ts';
import { testHouse } from './testing/house.ts';
import { type Owner, Samples } from './testing/samples.ts';

/**
 * The second and third net over HTTP: every register, every role, records of its own unit, the unit below, another unit, and
 * about the officer. What may be seen is worked out from the policy alone and compared with what the interface answers.
 */
const accounts = (Object.keys(roles) as Role[]).filter((role) => role !== 'CITIZEN');

interface Place {
  readonly own: Owner;
  readonly below: Owner;
  readonly other: Owner;
}

let place: Place;
/** Records of each register by whose they are. */
const records = new Map<string, Readonly<Record<keyof Place, string>>>();

/** What a matter and its past must agree on. */
const agreeing: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  'clues.clues': { state: 'RECEIVED' },
  'clues.clueHistory': { number: 1, action: 'RECEIVE' },
};

const house = testHouse(async (desk) => {
  const samples = new Samples(desk);
  const units = registers.get('organisation.units');
  const officers = registers.get('organisation.officers');
  const settle = async (parent: string | null): Promise<Owner> => {
    const unit = await samples.add(units, undefined, { parent });
    return { unit, officer: await samples.add(officers, { unit, officer: '' }) };
  };
  const own = await settle(null);
  place = { own, below: await settle(own.unit), other: await settle(null) };
  // Matters first: what hangs on one is sampled beside the matter of the same owner; and its past before what the program itself keeps.
  const depth = ({ follows, kept }: Register): number => (follows ? 1 + depth(follows.register) : 0) + (kept ? 0.5 : 0);
  for (const register of registers.registers.toSorted((a, b) => depth(a) - depth(b))) {
    if (register === units || register === officers) continue;
    const made = {} as Record<keyof Place, string>;
    const { follows } = register;
    for (const whose of ['own', 'below', 'other'] as const) {
      const matter = follows ? { [follows.column]: records.get(follows.register.name)![whose] } : {};
      made[whose] = await samples.add(register, place[whose], { ...agreeing[register.name], ...matter });
    }
    records.set(register.name, made);
  }
  records.set(units.name, { own: own.unit, below: place.below.unit, other: place.other.unit });
  records.set(officers.name, { own: own.officer, below: place.below.officer, other: place.other.officer });
  return () => own;
});

/** The roles' accounts all belong to the own unit and to its officer. */
function sees(register: Register, role: Role, whose: keyof Place): boolean {
  const reach = register.policy.read[role];
  if (register.follows && reach !== undefined && reach !== 'all') return sees(register.follows.register, role, whose);
  if (reach === 'unit') return register.unit !== undefined && whose !== 'other';
  if (reach === 'own') return register.officer !== undefined && whose === 'own';
  // Nobody has been put on a need-to-know list here.
  return reach === 'all';
}

const path = (register: Register, ...rest: string[]): string => ['/api/registers', register.name, ...rest].join('/');
const whoses = ['own', 'below', 'other'] as const;

beforeAll(() => {
  expect(records.size).toBe(registers.registers.length);
});

test.each(accounts)('%s finds exactly the registers and records of its policy', async (role) => {
  const browser = await house.at(role);
  const reached = registers.registers.filter(({ policy }) => policy.read[role] !== undefined);
  const catalogue = await browser.get('/api/registers');
  if (reached.length === 0) expect(catalogue.status).toBe(403);
  else expect(catalogue.body.map(({ name }: { name: string }) => name)).toEqual(reached.map(({ name }) => name));
  for (const register of registers.registers) {
    const ours = records.get(register.name)!;
    const answer = await browser.get(path(register, 'records?limit=200'));
    if (!reached.includes(register)) {
      expect([403, 404], register.name).toContain(answer.status);
      continue;
    }
    const found = new Set<string>(answer.body.rows.map(({ record }: { record: string }) => record));
    for (const whose of whoses) {
      expect(found.has(ours[whose]), `${register.name}: ${whose}`).toBe(sees(register, role, whose));
    }
    expect(answer.body.total, register.name).toEqual({ number: found.size, exact: true });
    const offered = await browser.get(path(register, 'choices'));
    expect(offered.status, `${register.name} offers`).toBe(200);
    for (const { record } of offered.body) expect(found.has(record), `${register.name} offers`).toBe(true);
  }
});

test.each(accounts)('%s can neither open, prove, change nor void what is not its to see', async (role) => {
  const browser = await house.at(role);
  for (const register of registers.registers) {
    const hidden = whoses.find((whose) => !sees(register, role, whose));
    if (!hidden) continue;
    const record = records.get(register.name)![hidden];
    const reason = { version: 1, reason: '越权' };
    const answers = [
      await browser.get(path(register, 'records', record)),
      await browser.get(path(register, 'records', record, 'proof')),
      await browser.put(path(register, 'records', record), { ...reason, values: {} }),
      await browser.post(path(register, 'records', record, 'void'), reason),
    ];
    for (const { status } of answers) expect([403, 404], `${register.name} ${hidden}`).toContain(status);
    // A role that may read some of the register learns nothing of the rest, not even that it is there.
    if (register.policy.read[role]) expect(answers[0]!.status, register.name).toBe(404);
  }
});

test('an export holds the rows of the list and no others', async () => {
  const register = registers.get('education.activities');
  for (const role of ['UNIT_STAFF', 'OFFICE_STAFF'] as const) {
    const browser = await house.at(role);
    const { body: list } = await browser.get(path(register, 'records?limit=200'));
    const { body: csv } = await browser.get(path(register, 'export?format=csv'));
    expect(String(csv).trim().split('\n')).toHaveLength(list.rows.length + 1);
  }
});

test('figures count for each role what it may see, and open as many records as they count', async () => {
  for (const role of ['UNIT_STAFF', 'OFFICE_STAFF', 'OFFICER_SELF', 'SYSTEM_ADMIN'] as const) {
    const browser = await house.at(role);
    const { body } = await browser.get('/api/figures?asOf=2021-12-31');
    for (const { id, records: counted } of body.figures) {
      const drill = await browser.get(`/api/figures/${id}/records?asOf=2021-12-31&limit=200`);
      if (drill.status === 200) expect(drill.body.total.number, `${role} ${id}`).toBe(counted);
      else expect(counted, `${role} ${id}`).toBe(0);
    }
  }
});

test('an import is found by whoever handed it in and by those who oversee, by nobody else', async () => {
  const form = new FormData();
  form.append('file', new File(['单位编码,单位名称\nA1,甲'], '甲.csv'));
  const staff = await house.at('UNIT_STAFF');
  const received = await staff.post('/api/imports', form);
  expect(received.status).toBe(200);
  const address = `/api/imports/${received.body[0].id}`;
  for (const role of ['UNIT_STAFF', 'AUDITOR'] as const)
    expect((await (await house.at(role)).get(address)).status, role).toBe(200);
  const others = await house.at('PROPERTY_KEEPER');
  expect((await others.get('/api/imports')).body.imports).toEqual([]);
  for (const answer of [
    await others.get(address),
    await others.get(`${address}/faults`),
    await others.get(`${address}/marked`),
    await others.get(`${address}/differences`),
    await others.put(`${address}/plan`, { sheets: [] }),
    await others.post(`${address}/register`, { mode: 'all' }),
    await others.post(`${address}/cancel`),
    await others.post(`${address}/take-back`, { reason: '越权' }),
  ])
    expect(answer.status).toBe(404);
});
