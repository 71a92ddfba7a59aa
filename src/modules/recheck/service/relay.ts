import { z } from 'zod';
import type { ErrorCode } from '../../../platform/errors.ts';
import { type Chain, randomnessOf } from '../bundle/beacon.ts';
import { beaconSeed } from '../contract.ts';

/** A relay of the beacon: a server nobody needs to trust, since what it says is held against the key of the chain. */
export interface Relay {
  readonly address: string;
  /** Milliseconds for the whole answer. */
  readonly patience: number;
}

export const PATIENCE = 10_000;

/** Longest answer that is read; a true one has some 300 bytes. */
const MOST_BYTES = 4_096;

/** The other parts of the answer follow from the signature, so they are not read. */
const answer = z.object({ round: z.number(), signature: beaconSeed.shape.signature });

/** Why there is no signature: each is told to whoever asked. */
export type RelayFault = Extract<ErrorCode, `recheck.relay.${string}`>;

/**
 * Asks a relay for a round, as drand's public interface has it (`/<chain hash>/public/<round>`). A redirection is not followed: the address
 * was chosen by the operator.
 * @returns the signature, which holds for the round under the chain's key, or what stood against it
 */
export async function askRelay(
  { address, patience }: Relay,
  chain: Chain,
  round: number,
): Promise<{ readonly signature: string } | { readonly fault: RelayFault }> {
  try {
    const reply = await fetch(`${address.replace(/\/+$/, '')}/${chain.hash}/public/${round}`, {
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patience),
    });
    // A round that is not out yet: relays differ in how they say so.
    if (reply.status === 404 || reply.status === 425) return { fault: 'recheck.relay.late' };
    if (!reply.ok) return { fault: 'recheck.relay.down' };
    const read = answer.safeParse(parsed(await start(reply)));
    const holds = read.success && read.data.round === round && randomnessOf(chain, round, read.data.signature) !== null;
    return holds ? { signature: read.data.signature } : { fault: 'recheck.relay.wrong' };
  } catch (error) {
    return { fault: (error as Error).name === 'TimeoutError' ? 'recheck.relay.silent' : 'recheck.relay.down' };
  }
}

/** The beginning of an answer: more than a true one has, and no more than fits. */
async function start(reply: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of reply.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(parts).toString('utf8', 0, MOST_BYTES);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
