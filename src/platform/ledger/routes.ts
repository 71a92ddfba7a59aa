import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import { transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { Plain } from '../http/reply.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { words } from '../words.ts';
import { actNamed } from './acts.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type Signer, verifierKey } from './notes.ts';
import { readTile } from './tile-store.ts';

interface Log {
  readonly directory: string;
  readonly signer: Signer;
  /** What accounts are called; the ledger itself only keeps who they are. */
  nameOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const isAccount = (actor: string): boolean => /^[0-9a-f]{8}-/.test(actor);

const recentAct = z.object({
  seq: z.number().int().nullable(),
  at: z.string(),
  act: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }).nullable(),
  actor: z.string(),
  /** Null for the system and for accounts that are not known. */
  actorName: z.string().nullable(),
  subject: z.string().nullable(),
});

export const ledgerView = z.object({
  origin: z.string(),
  size: z.number().int(),
  root: z.string(),
  checkpoint: z.string().nullable(),
  publicKey: z.string(),
  pending: z.number().int(),
  recent: z.array(recentAct),
});

/** Who may read who did what last; everybody may see that the log grows. */
const overseers: ReadonlySet<string> = new Set(['AUDITOR', 'OFFICE_DIRECTOR', 'DISCIPLINE_LIAISON'] satisfies Role[]);

/** The log as C2SP tlog-tiles lays it out, for anyone; and a view of it for people who are signed in. */
export function ledgerRoutes(log: Log): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/ledger/*',
      words: words('存证文件', 'Files of the ledger'),
      permission: 'public',
      params: z.object({ '*': z.string() }),
      async handle(_ctx, { params }) {
        const path = params['*'];
        const bytes = await readTile(log.directory, path);
        if (!bytes) throw new AppError('route.missing');
        // Full tiles never change; the checkpoint and partial tiles do (C2SP tlog-tiles).
        const lasting = path !== 'checkpoint' && !path.includes('.p/');
        const cache = lasting ? 'public, max-age=31536000, immutable' : 'no-cache';
        return new Plain(
          path === 'checkpoint' ? 'text/plain; charset=utf-8' : 'application/octet-stream',
          bytes,
          cache,
        );
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/ledger',
      words: words('存证概况', 'State of the ledger'),
      permission: 'signedIn',
      response: ledgerView,
      async handle(ctx) {
        const note = (await readTile(log.directory, 'checkpoint'))?.toString('utf8') ?? null;
        const checkpoint = note === null ? null : openCheckpoint(note, log.signer);
        const acts = await transact(ctx.database, ctx.session, 'read', async ({ client }) => {
          const { rows } = await client.query<{ seq: number | null; entry: string }>(
            `select entries.seq, acts.entry from ledger.acts left join ledger.entries on entries.act = acts.id
             order by acts.id desc limit 30`,
          );
          return rows.map(({ seq, entry }) => {
            const read = JSON.parse(entry) as { at: string; act: string; actor: string; subject: string | null };
            return {
              seq,
              at: read.at,
              act: read.act,
              words: actNamed(read.act)?.words ?? null,
              actor: read.actor,
              subject: read.subject,
            };
          });
        });
        const names = await log.nameOf([...new Set(acts.map(({ actor }) => actor).filter(isAccount))]);
        const pending = acts.filter(({ seq }) => seq === null).length;
        const overseen = ctx.session.roles.some((role) => overseers.has(role));
        const recent = overseen ? acts.map((one) => ({ ...one, actorName: names.get(one.actor) ?? null })) : [];
        return {
          origin: log.signer.name,
          size: checkpoint?.size ?? 0,
          root: checkpoint?.root.toString('hex') ?? '',
          checkpoint: note,
          publicKey: verifierKey(log.signer),
          pending,
          recent,
        };
      },
    }),
  ];
}
