import { z } from 'zod';
import { AppError } from './errors.ts';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const yes = z.enum(['1', '0', 'true', 'false', '']).transform((text) => text === '1' || text === 'true');
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
);

/** Every setting, under the name of its environment variable. `docs/operations.md` shows them, which a test checks. */
export const settings = z.object({
  MINGJING_PORT: whole(0, 65_535).default(8_080).describe('Port of the web server; 0 takes a free one'),
  MINGJING_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; a proxy with TLS belongs in front of it'),
  MINGJING_DATA: z.string().min(1).default('.data').describe('Directory of the database, files, ledger and keys'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL 15 or newer; else an embedded one'),
  MINGJING_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('Address people use, as https://host; makes cookies Secure and is the only origin taken'),
  MINGJING_PROXIES: list.default([]).describe('Addresses of proxies whose X-Forwarded-For is believed, by commas'),
  MINGJING_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
  MINGJING_DEMO: yes.default(false).describe('1 marks every page and document as the demo city'),
  MINGJING_CITY: z.string().min(1).max(40).default('本市').describe('Name of the city as titles of documents have it'),
  MINGJING_UPLOAD_BYTES: whole(1_024, 2 ** 40)
    .default(200 * 2 ** 20)
    .describe('Largest file that may be handed in'),
  MINGJING_BODY_BYTES: whole(1_024, 2 ** 30)
    .default(2 ** 20)
    .describe('Largest request that is not a file'),
  MINGJING_REQUESTS_A_MINUTE: whole(1, 1_000_000).default(1_200).describe('Requests one address may send in a minute'),
  MINGJING_MAX_DELAY: whole(0, 60_000)
    .default(2_000)
    .describe('Event-loop delay in ms above which work is refused; 0: never'),
  MINGJING_BEACON: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Relay of the public beacon (drand) that is asked for the seeds of re-checks; else people enter them'),
  MINGJING_RECHECK_LEAD: whole(0, 10_080)
    .default(10)
    .describe('Minutes that the plan of a re-check must stand in the ledger before its seed comes out, at least'),
  MINGJING_OIDC_ISSUER: z.url().optional().describe('OpenID Connect provider for single sign-on; off when not set'),
  MINGJING_OIDC_CLIENT: z.string().min(1).optional().describe('Client id at that provider'),
  MINGJING_OIDC_SECRET: z.string().min(1).optional().describe('Client secret at that provider'),
  MINGJING_OIDC_CLAIM: z.string().min(1).default('preferred_username').describe('Claim that holds the username'),
});

/** How single sign-on reaches its provider. */
export interface OidcConfig {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly claim: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly origin: string | undefined;
  readonly proxies: readonly string[];
  readonly log: z.output<typeof settings>['MINGJING_LOG'];
  readonly demo: boolean;
  /** As titles of documents have it. */
  readonly city: string;
  readonly limits: {
    readonly uploadBytes: number;
    readonly bodyBytes: number;
    readonly requestsPerMinute: number;
    readonly eventLoopDelay: number;
  };
  /** Relay of the public beacon. */
  readonly beacon: string | undefined;
  /** Milliseconds from the plan of a re-check to its seed, at least. */
  readonly recheckLead: number;
  readonly oidc: OidcConfig | undefined;
}

/**
 * Reads the settings once, at the start of the program; nothing else reads the environment.
 * @param given settings of the command line, which win over the environment
 * @throws AppError `config.invalid` naming the first setting at fault
 */
export function readConfig(
  given: Readonly<Record<string, string | undefined>> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const stated = Object.entries({ ...environment, ...given }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const result = settings.safeParse(Object.fromEntries(stated));
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new AppError('config.invalid', { name: issue.path.join('.'), detail: issue.message });
  }
  const read = result.data;
  return {
    port: read.MINGJING_PORT,
    host: read.MINGJING_HOST,
    data: read.MINGJING_DATA,
    databaseUrl: read.DATABASE_URL,
    origin: read.MINGJING_ORIGIN,
    proxies: read.MINGJING_PROXIES,
    log: read.MINGJING_LOG,
    demo: read.MINGJING_DEMO,
    city: read.MINGJING_CITY,
    limits: {
      uploadBytes: read.MINGJING_UPLOAD_BYTES,
      bodyBytes: read.MINGJING_BODY_BYTES,
      requestsPerMinute: read.MINGJING_REQUESTS_A_MINUTE,
      eventLoopDelay: read.MINGJING_MAX_DELAY,
    },
    beacon: read.MINGJING_BEACON,
    recheckLead: read.MINGJING_RECHECK_LEAD * 60_000,
    oidc: oidcOf(read),
  };
}

function oidcOf(read: z.output<typeof settings>): OidcConfig | undefined {
  if (!read.MINGJING_OIDC_ISSUER) return undefined;
  for (const name of ['MINGJING_OIDC_CLIENT', 'MINGJING_OIDC_SECRET', 'MINGJING_ORIGIN'] as const) {
    if (!read[name]) throw new AppError('config.invalid', { name, detail: 'needed for single sign-on' });
  }
  return {
    issuer: read.MINGJING_OIDC_ISSUER,
    client: read.MINGJING_OIDC_CLIENT!,
    secret: read.MINGJING_OIDC_SECRET!,
    claim: read.MINGJING_OIDC_CLAIM,
  };
}
