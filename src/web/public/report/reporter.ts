import {
  belongsTo,
  type ContactInside,
  type Conversation,
  type Door,
  textInside,
} from '../../../modules/clues/contract/report.ts';
import { newReceiptCode } from '../../../platform/identifiers/receipt.ts';
import { type Challenge, solve, type Work } from '../../../platform/proof-of-work/solve.ts';
import { MOST_FILES } from '../../../platform/sealing/attachment.ts';
import { SealError, seal, unseal } from '../../../platform/sealing/envelope.ts';
import { type ReceiptKeys, receiptKeys } from '../../../platform/sealing/receipt-keys.ts';
import type { SentAttachment } from '../../kit/attachments/journey.ts';
import type { Transport } from '../../kit/attachments/transport.ts';
import { Upload } from '../../kit/attachments/upload.ts';
import { addresses } from './addresses.ts';

/** What somebody wants to report. Nothing of it leaves the page unsealed but whether a name is given. */
export interface Letter {
  readonly about: string;
  readonly text: string;
  /** Null: anonymous. */
  readonly contact: ContactInside | null;
}

export interface Sent {
  /** 16 digits: the only way back to the report. The server never saw them. */
  readonly code: string;
  readonly number: string;
}

export const openDoor = (transport: Transport): Promise<Door> => transport.get<Door>(addresses.door);

async function work(transport: Transport): Promise<Work> {
  return solve(await transport.get<Challenge>(addresses.challenge));
}

const publicKeys = ({ keys }: Door): string[] => keys.map(({ publicKey }) => publicKey);
const fingerprints = ({ keys }: Door): string[] => keys.map(({ fingerprint }) => fingerprint);

/** What the server says of a ciphertext it has already: it had arrived, and only the answer was lost. */
const arrived = (error: unknown): boolean => (error as { code?: string }).code === 'report.repeated';

/**
 * A report on its way, sealed once. Sent again after an answer was lost it is the same report with the same code, so nobody makes
 * two of one, and the code shown opens what had arrived.
 */
export class Outgoing {
  readonly #transport: Transport;
  readonly #code: string;
  readonly #sealed: object;

  private constructor(transport: Transport, code: string, sealed: object) {
    this.#transport = transport;
    this.#code = code;
    this.#sealed = sealed;
  }

  /** Seals a report to the keys in force, and makes its receipt code here. */
  static async seal(transport: Transport, { about, text, contact }: Letter): Promise<Outgoing> {
    const door = await openDoor(transport);
    const code = newReceiptCode();
    const { token, publicKey: answerTo } = await receiptKeys(code, door.salt);
    const keys = publicKeys(door);
    return new Outgoing(transport, code, {
      mode: contact ? 'NAMED' : 'ANONYMOUS',
      text: {
        envelope: await seal({ text, about, files: [] }, belongsTo.text(answerTo), keys),
        sealedTo: fingerprints(door),
      },
      contact: contact ? await seal(contact, belongsTo.contact(answerTo), keys) : null,
      token,
      answerTo,
    });
  }

  async send(): Promise<Sent> {
    const code = this.#code;
    try {
      const sent = { ...this.#sealed, work: await work(this.#transport) };
      return { code, number: (await this.#transport.post<{ number: string }>(addresses.reports, sent)).number };
    } catch (error) {
      if (!arrived(error)) throw error;
      return { code, number: (await (await Return.by(this.#transport, code)).read()).number };
    }
  }
}

/** Whether the server answered that it did not take what was sent; else it may or may not have arrived. */
export const wasRefused = (error: unknown): boolean => Boolean((error as { code?: string }).code) && !arrived(error);

/** What the conversation looks like to whoever holds the code. */
export interface Reading extends Omit<Conversation, 'texts'> {
  readonly texts: readonly {
    readonly author: 'REPORTER' | 'DESK';
    readonly sentOn: string;
    readonly files: number;
    /** An answer of the desk; null for the reporter's own texts, and for an answer that does not open. */
    readonly text: string | null;
  }[];
}

/** The way back to one report: keys derived once from the receipt code. */
export class Return {
  readonly #transport: Transport;
  readonly #keys: ReceiptKeys;
  /** What was sent and not answered yet: the same is sent again. */
  #unanswered: object | undefined;

  private constructor(transport: Transport, keys: ReceiptKeys) {
    this.#transport = transport;
    this.#keys = keys;
  }

  static async by(transport: Transport, code: string): Promise<Return> {
    const { salt } = await openDoor(transport);
    return new Return(transport, await receiptKeys(code, salt));
  }

  /** Asks what has come of the report, and opens the desk's answers. */
  async read(): Promise<Reading> {
    const asked = { token: this.#keys.token, work: await work(this.#transport) };
    const conversation = await this.#transport.post<Conversation>(addresses.ask, asked);
    const texts = [];
    for (const { envelope, ...rest } of conversation.texts) texts.push({ ...rest, text: await this.#open(envelope) });
    return { ...conversation, texts };
  }

  async #open(envelope: string | null): Promise<string | null> {
    if (envelope === null) return null;
    try {
      const { secret, publicKey } = this.#keys;
      return textInside.parse(await unseal(envelope, belongsTo.answer(publicKey), [secret])).text;
    } catch (error) {
      if (error instanceof SealError) return null;
      throw error;
    }
  }

  /** Begins the uploads of files; each is then run until it is through. */
  async uploads(files: readonly File[]): Promise<Upload[]> {
    if (files.length === 0 || files.length > MOST_FILES) throw new RangeError(`1 to ${MOST_FILES} files`);
    const asked = { token: this.#keys.token, work: await work(this.#transport), count: files.length };
    const { uploads } = await this.#transport.post<{ uploads: string[] }>(addresses.uploads, asked);
    return files.map((file, at) => new Upload(this.#transport, file, uploads[at]!, addresses.uploads));
  }

  /**
   * Writes again. Called again after an answer was lost, it sends the same.
   * @param sent uploads that are through, with what `run` gave
   */
  async add(text: string, sent: readonly SentAttachment[]): Promise<void> {
    this.#unanswered ??= await this.#sealed(text, sent);
    try {
      await this.#transport.post(addresses.texts, {
        ...this.#unanswered,
        token: this.#keys.token,
        work: await work(this.#transport),
      });
    } catch (error) {
      if (wasRefused(error)) this.#unanswered = undefined;
      if (!arrived(error)) throw error;
    }
    this.#unanswered = undefined;
  }

  async #sealed(text: string, sent: readonly SentAttachment[]): Promise<object> {
    const door = await openDoor(this.#transport);
    const content = { text, files: sent.map(({ note }) => note) };
    return {
      text: {
        envelope: await seal(content, belongsTo.text(this.#keys.publicKey), publicKeys(door)),
        sealedTo: fingerprints(door),
      },
      files: sent.map(({ upload, note }) => ({ upload: upload.name, hash: note.hash })),
    };
  }
}
