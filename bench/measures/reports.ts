import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Installation } from '../../src/commands/installation.ts';
import { reportDesk } from '../../src/commands/report-desk.ts';
import type { ReportDesk } from '../../src/modules/clues/report/desk.ts';
import { receiveReport } from '../../src/modules/clues/report/door.ts';
import { makeDeskKey } from '../../src/modules/organisation/index.ts';
import { systemSession } from '../../src/platform/database/session.ts';
import { transact } from '../../src/platform/database/transact.ts';
import { Buckets } from '../../src/platform/http/buckets.ts';
import { Challenges } from '../../src/platform/proof-of-work/challenges.ts';
import { seal, unseal } from '../../src/platform/sealing/envelope.ts';
import { fingerprintOf, type KeyPair, newKeyPair } from '../../src/platform/sealing/keys.ts';
import { type Bench, inDirectory, inInstallation, share, time, times } from '../place.ts';
import { median } from '../statistics.ts';

const CONNECTIONS = 8;
const ROUNDS = 5;
const BELONGS = 'clues.report bench';

/** What a reporter writes: sealed it fills the second size class. */
const text = { text: '反映某单位窗口人员收受礼品，请予核实。'.repeat(50), files: [] };

/** Public reports sealed, committed and opened: each beside what it could cost at least. */
export async function measureReports(bench: Bench): Promise<void> {
  const desk = await newKeyPair();
  const envelope = await measureSealing(bench, desk);
  await inDirectory((directory) =>
    inInstallation(directory, (installation) => measureReceiving(bench, installation, desk, envelope)),
  );
}

async function measureSealing(bench: Bench, desk: KeyPair): Promise<string> {
  const number = Math.ceil(200 * bench.scale);
  const repeated = (work: () => Promise<unknown>): Promise<number[]> => times(ROUNDS, () => share(number, 1, work));
  const envelope = await seal(text, BELONGS, [desk.publicKey]);
  const perSecond = (taken: readonly number[]): number => (number * 1000) / median(taken);
  for (const [what, work] of [
    ['texts sealed to one key', () => seal(text, BELONGS, [desk.publicKey])],
    ['texts opened', () => unseal(envelope, BELONGS, [desk.secret])],
  ] as const) {
    await share(number, 1, work);
    bench.found({ measure: 'reports', what, value: perSecond(await repeated(work)), unit: 'texts/s' });
  }
  return envelope;
}

/** The whole way of a report into the register and the ledger, against two plain rows of its size in a transaction. */
async function measureReceiving(
  bench: Bench,
  installation: Installation,
  key: KeyPair,
  envelope: string,
): Promise<void> {
  const { database } = installation;
  const number = Math.ceil(1_000 * bench.scale);
  const liaison = { ...systemSession, account: uuidv7(), roles: ['DISCIPLINE_LIAISON'] };
  await makeDeskKey(database, liaison, { publicKey: key.publicKey, holder: 'bench' });
  // The sender's work and the tries of one network hold senders up, which is their purpose; here the server is measured.
  const challenges = new Challenges(0);
  const desk: ReportDesk = { ...reportDesk(installation), challenges, tries: new Buckets(Number.MAX_SAFE_INTEGER, 1) };
  const sealedTo = [fingerprintOf(key.publicKey)];
  const sealed = (): string => altered(envelope);
  await database.owner.query(`
    create schema bench;
    create table bench.reports (id uuid primary key, number text not null, mode text not null, token text not null unique, answer_to text not null);
    create table bench.texts (id uuid primary key, report uuid not null references bench.reports, envelope text not null);
    create index on bench.texts (report);
    grant usage on schema bench to mingjing_app;
    grant insert on bench.reports, bench.texts to mingjing_app`);
  const ours = (): Promise<unknown> =>
    receiveReport(
      desk,
      {
        mode: 'ANONYMOUS',
        text: { envelope: sealed(), sealedTo },
        contact: null,
        token: randomBytes(32).toString('base64url'),
        answerTo: key.publicKey,
        work: { challenge: challenges.issue().challenge, nonce: 0 },
      },
      '192.0.2.1',
    );
  const plain = (): Promise<unknown> =>
    transact(database, systemSession, 'write', async ({ client }) => {
      const id = uuidv7();
      await client.query('insert into bench.reports values ($1, $2, $3, $4, $5)', [
        id,
        'R20210310-000000',
        'ANONYMOUS',
        randomBytes(32).toString('hex'),
        key.publicKey,
      ]);
      await client.query('insert into bench.texts values ($1, $2, $3)', [uuidv7(), id, sealed()]);
    });
  const taken = { ours: [] as number[], plain: [] as number[] };
  await share(number, CONNECTIONS, ours);
  for (let round = 0; round < ROUNDS; round += 1) {
    taken.plain.push(await time(() => share(number, CONNECTIONS, plain)));
    taken.ours.push(await time(() => share(number, CONNECTIONS, ours)));
  }
  const rate = (all: readonly number[]): number => (number * 1000) / median(all);
  bench.found({
    measure: 'reports',
    what: `reports of ${Math.round(envelope.length / 1024)} KiB committed at ${CONNECTIONS} connections`,
    value: rate(taken.ours),
    unit: 'reports/s',
    peer: { what: 'two plain rows of the same size', value: rate(taken.plain) },
  });
}

/** Another ciphertext of the same size, as the register takes each one once. The server cannot tell that it opens no more. */
function altered(envelope: string): string {
  const end = randomBytes(24).toString('base64');
  const padding = /=*$/.exec(envelope)![0];
  return envelope.slice(0, -end.length - padding.length) + end + padding;
}
