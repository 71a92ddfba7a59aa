import { v7 as uuidv7 } from 'uuid';
import { bulletinDesk, proofsOf } from '../../src/commands/bulletin-desk.ts';
import type { Installation } from '../../src/commands/installation.ts';
import { bundleOf, freezeBulletin, openBulletin } from '../../src/modules/bulletin/index.ts';
import { type Session, systemSession } from '../../src/platform/database/session.ts';
import { transact } from '../../src/platform/database/transact.ts';
import { sequence } from '../../src/platform/ledger/sequencer.ts';
import { type Bench, time } from '../place.ts';

const MIB = 1024 ** 2;

const editor: Session = { account: uuidv7(), roles: ['PRESS_EDITOR'], unit: null, officer: null };

/**
 * A bulletin of all figures frozen, as the queue does it, and taken away as a bundle: how long, how large, and the memory of the
 * program above what it was before, which must not grow with the records.
 */
export async function measureBulletin(bench: Bench, installation: Installation, size: string): Promise<void> {
  const { database, ledger, figures } = installation;
  const desk = bulletinDesk(
    installation,
    proofsOf(installation, () => sequence(database, ledger.store)),
  );
  const asOf = await transact(database, systemSession, 'read', figures.cutOff);
  const id = await openBulletin(desk, editor, asOf, null);
  const found = (what: string, value: number, unit: string): void =>
    bench.found({ measure: 'bulletin', what: `${what}, ${size}`, value, unit });

  let records = 0;
  const freezing = memory();
  const frozen = await time(() =>
    freezeBulletin(desk, editor, id, {
      onProgress(progress) {
        records = progress.records;
        freezing.look();
      },
    }),
  );
  found(`frozen, ${records.toLocaleString('en')} records read`, frozen / 1000, 's');
  found('memory taken while freezing', freezing.grown() / MIB, 'MiB');

  let bytes = 0;
  const writing = memory();
  const written = await time(async () => {
    for await (const chunk of await bundleOf(desk, editor, id)) {
      bytes += (chunk as Buffer).length;
      writing.look();
    }
  });
  found('the bundle written', written / 1000, 's');
  found('the bundle', bytes / MIB, 'MiB');
  found('memory taken while writing it', writing.grown() / MIB, 'MiB');
}

/** The most memory the program had at any look, above what it had at first; bytes. */
function memory(): { look(): void; grown(): number } {
  const first = process.memoryUsage.rss();
  let most = first;
  return {
    look() {
      most = Math.max(most, process.memoryUsage.rss());
    },
    grown: () => most - first,
  };
}
