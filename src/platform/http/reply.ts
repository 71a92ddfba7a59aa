import type { Readable } from 'node:stream';

/** An answer that is a file: sent as it is, under a name, never sniffed or run by the browser. */
export class Download {
  readonly name: string;
  readonly type: string;
  readonly body: Readable | Buffer | string;

  /** @param type media type, with its charset where it is text */
  constructor(name: string, type: string, body: Readable | Buffer | string) {
    this.name = name;
    this.type = type;
    this.body = body;
  }

  /** RFC 6266: the plain name for old readers, the true one in UTF-8. */
  get disposition(): string {
    const plain = this.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
    const encoded = encodeURIComponent(this.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
  }
}

/** An answer as text of its own kind, shown in place: a checkpoint, a page, measurements. */
export class Plain {
  readonly type: string;
  readonly body: Readable | Buffer | string;
  /** Cache-Control; the default keeps it nowhere. */
  readonly cache: string;

  constructor(type: string, body: Readable | Buffer | string, cache = 'no-store') {
    this.type = type;
    this.body = body;
    this.cache = cache;
  }
}

/** An answer that sends the browser elsewhere (303). */
export class Redirect {
  readonly to: string;

  constructor(to: string) {
    this.to = to;
  }
}
