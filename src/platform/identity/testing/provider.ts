import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';

/** For tests: a small OpenID Connect provider on this machine, which checks what a real one checks. */
export interface Provider {
  readonly issuer: string;
  /** What the person who signs in there says about himself or herself. */
  claims: Record<string, unknown>;
  /** Follows the address the browser was sent to. @returns where the provider sends it back */
  authorize(address: string): URL;
  close(): Promise<void>;
}

const part = (value: object | Buffer): string =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');

export async function openProvider(client: string, secret: string): Promise<Provider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, URLSearchParams>();
  const app: FastifyInstance = Fastify();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  const issuer = (): string => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const provider = { claims: {} as Record<string, unknown> };

  app.get('/.well-known/openid-configuration', async () => ({
    issuer: issuer(),
    authorization_endpoint: `${issuer()}/authorize`,
    token_endpoint: `${issuer()}/token`,
    jwks_uri: `${issuer()}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }));
  app.get('/keys', async () => ({
    keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
  }));
  app.post('/token', async (request, reply) => {
    const form = request.body as URLSearchParams;
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      asked?.get('code_challenge') === challenge &&
      form.get('redirect_uri') === asked.get('redirect_uri') &&
      form.get('client_id') === client &&
      form.get('client_secret') === secret;
    if (!right) return reply.code(400).send({ error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1_000);
    const token = {
      iss: issuer(),
      aud: client,
      iat: now,
      exp: now + 60,
      nonce: asked.get('nonce'),
      ...provider.claims,
    };
    const signed = `${part({ alg: 'RS256', kid: '1' })}.${part(token)}`;
    return {
      access_token: randomUUID(),
      token_type: 'Bearer',
      id_token: `${signed}.${part(sign('sha256', Buffer.from(signed), privateKey))}`,
    };
  });
  await app.listen({ host: '127.0.0.1', port: 0 });

  return Object.assign(provider, {
    issuer: issuer(),
    authorize(address: string) {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      codes.set(code, asked);
      const back = new URL(asked.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: asked.get('state')!, iss: issuer() }).toString();
      return back;
    },
    close: () => app.close(),
  });
}
