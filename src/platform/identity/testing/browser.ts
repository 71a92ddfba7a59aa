import type { FastifyInstance } from 'fastify';

export interface BrowserAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what the contract promises
  readonly body: any;
  readonly headers: Readonly<Record<string, string>>;
  /** Set-Cookie lines. */
  readonly cookies: readonly string[];
}

/** For tests: sends requests as a page of ours would, and keeps cookies as a browser does. */
export class Browser {
  readonly #app: FastifyInstance;
  readonly #address: string;
  readonly #jar = new Map<string, string>();

  constructor(app: FastifyInstance, address = '127.0.0.1') {
    this.#app = app;
    this.#address = address;
  }

  /** Another browser with the same cookies, as a thief would have it. */
  copy(): Browser {
    const other = new Browser(this.#app, this.#address);
    for (const [name, value] of this.#jar) other.#jar.set(name, value);
    return other;
  }

  get = (url: string): Promise<BrowserAnswer> => this.send('GET', url);
  post = (url: string, body: unknown = {}): Promise<BrowserAnswer> => this.send('POST', url, body);
  put = (url: string, body: unknown): Promise<BrowserAnswer> => this.send('PUT', url, body);

  /** @param body JSON, or a form with files. */
  async send(method: string, url: string, body?: unknown): Promise<BrowserAnswer> {
    const form = body instanceof FormData ? new Request('http://localhost/', { method: 'POST', body }) : undefined;
    const payload = form ? Buffer.from(await form.arrayBuffer()) : (body as object);
    const type = form?.headers.get('content-type');
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#app.inject({
      method: method as 'GET',
      url,
      remoteAddress: this.#address,
      headers: { 'x-mingjing': '1', ...(cookie ? { cookie } : {}), ...(type ? { 'content-type': type } : {}) },
      ...(body === undefined ? {} : { payload }),
    });
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    for (const line of cookies) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      if (value === '') this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      body: json ? answer.json() : answer.body,
      headers: answer.headers as Record<string, string>,
      cookies,
    };
  }
}
