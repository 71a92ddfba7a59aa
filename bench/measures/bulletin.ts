import { systemSession } from '../../src/platform/database/session.ts';
import { transact } from '../../src/platform/database/transact.ts';
import { bulletinDesk, proofsOf } from '../../src/commands/bulletin-desk.ts';
import type { Installation } from '../../src/commands/installation.ts';
import {
  type BulletinDesk,
  bundleOf,
  freezeBulletin,
  openBulletin,
  verifyBundle,
} from '../../src/modules/bulletin/index.ts';
import { sequence } from '../../src/platform/ledger/sequencer.ts';
import { type Bench, time } from '../place.ts';

const MIB = 1024 ** 2;

/**
 * A bulletin of all figures frozen and taken away as a bundle: how long, and how much memory above what the program had
 * before. What is frozen is read record by record, so the peer is a plain count of the same records.
 */
export async function measureBulletin(bench: Bench, installation: Installation, size: string): Promise<void> {
  const { database, ledger } = installation;
  const desk = bulletinDesk(
    installation,
    proofsOf(installation, () => sequence(database, ledger.store)),
  );
  const asOf = await transact(database, systemSession, 'read', installation.figures.cutOff);
  const id = await openBulletin(desk, editor, asOf, null);
  const memory = new Memory();
  let records = 0;
  const frozen = await time(() =>
    freezeBulletin(desk, editor, id, {
      onProgress(progress) {
        records = progress.records;
        memory.look();
      },
    }),
  );
  const found = (what: string, value: number, unit: string) =>
    bench.found({ measure: 'bulletin', what: `${what}, ${size}`, value, unit });
  found(`frozen, ${records.toLocaleString('en')} records read`, frozen / 1000, 's');
  found('memory while freezing, above before', memory.above(), 'MiB');

  const carried = new Memory();
  const chunks: Buffer[] = [];
  let bytes = 0;
  const taken = await time(async () => {
    for await (const chunk of await bundleOf(desk, editor, id)) {
      bytes += chunk.length;
      carried.look();
    }
  });
  found('bundle written', taken / 1000, 's');
  found('bundle', bytes / MIB, 'MiB');
  found('memory while writing the bundle, above before', carried.above(), 'MiB');
}
