import { sha256 } from '@noble/hashes/sha2.js';
import { verifyRecheck } from '../../src/modules/recheck/bundle/verify.ts';
import { testChain } from '../../src/modules/recheck/testing/beacon.ts';
import { paperDraw } from '../../src/modules/recheck/testing/paper-draw.ts';
import { type Bench, times } from '../place.ts';
import { median } from '../statistics.ts';

/** A draw repeated from its file over 50,000 cases, against hashing that many commitments three times: leaf, node and ticket. */
export async function measureRecheck(bench: Bench): Promise<void> {
  const cases = Math.round(50_000 * bench.scale);
  const { text } = paperDraw({ cases, sizing: { rates: { ALL: 200 } }, outcomes: () => null });
  const verifying = await times(3, async () => {
    const { findings } = verifyRecheck(text, { chains: [testChain] });
    if (findings.length > 0) throw new Error(`the draw does not repeat: ${JSON.stringify(findings[0])}`);
  });
  const block = new Uint8Array(150);
  const hashing = await times(3, async () => {
    for (let at = 0; at < 3 * cases; at += 1) sha256(block);
  });
  bench.found({
    measure: 'recheck',
    what: `recheck verify over a frame of ${cases} cases`,
    value: median(verifying) / 1000,
    unit: 's',
    peer: { what: 'three hashes for each case, by the same library', value: median(hashing) / 1000 },
  });
}
