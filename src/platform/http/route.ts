import type { z } from 'zod';
import type { Act } from '../ledger/acts.ts';
import type { Words } from '../words.ts';
import type { Ctx } from './context.ts';
import type { RoutePermission } from './permission.ts';
import type { Upload } from './upload.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Schema = z.ZodType | undefined;
type Parsed<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;
/** A stored row may hold a Date or a readonly list where the contract has text or a plain one; the serialiser checks what is sent. */
type Answer<S extends Schema> = S extends z.ZodType ? z.input<S> : unknown;

interface Input<Q extends Schema, P extends Schema, B extends Schema> {
  readonly query: Parsed<Q>;
  readonly params: Parsed<P>;
  readonly body: Parsed<B>;
  /** Files of a multipart request, one after the other; each must be read before the next comes. Empty without `upload`. */
  readonly files: AsyncIterable<Upload>;
}

export interface RouteDeclaration<Q extends Schema, P extends Schema, B extends Schema, R extends Schema> {
  readonly method: Method;
  /** As Fastify writes it: `/api/accounts/:id`. */
  readonly path: string;
  readonly words: Words;
  readonly permission: RoutePermission;
  /** The acts it may leave in the ledger. Every route that changes state names at least one. */
  readonly acts?: readonly Act[];
  /** Why a changing method leaves no act: what it asks must not stand in an address, or it changes no record. */
  readonly withoutAct?: string;
  readonly query?: Q;
  readonly params?: P;
  readonly body?: B;
  readonly response?: R;
  /** Takes files (multipart/form-data, field `file`) instead of a body. */
  readonly upload?: { readonly files: number; readonly bytes: number };
  /** Allowed while the account must still change its generated password. */
  readonly beforePasswordChange?: boolean;
  /** Not part of the described interface: pages, measurements. */
  readonly hidden?: boolean;
  /** A value of `response`, a Download or a Redirect; undefined becomes 204. */
  handle(ctx: Ctx, input: Input<Q, P, B>): Promise<Answer<R>>;
}

/** A declared route, its types forgotten: what the server and the sweeps hold. */
export type Route = Omit<RouteDeclaration<Schema, Schema, Schema, Schema>, 'handle'> & {
  handle(ctx: Ctx, input: Input<Schema, Schema, Schema>): Promise<unknown>;
};

/** Declares a route; the types of its input follow from its schemas. */
export function defineRoute<
  Q extends Schema = undefined,
  P extends Schema = undefined,
  B extends Schema = undefined,
  R extends Schema = undefined,
>(route: RouteDeclaration<Q, P, B, R>): Route {
  return route as unknown as Route;
}

const changesState = ({ method }: Pick<Route, 'method'>): boolean => method !== 'GET';

/**
 * Refuses to start with a hole in the route table (house, section 5): a route without permission, a route that changes state
 * and names no act, two routes at one address.
 * @throws Error naming every such route
 */
export function checkRoutes(routes: readonly Route[]): void {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    if (!route.permission) faults.push(`${name} has no permission`);
    if (changesState(route) && !route.acts?.length && !route.withoutAct)
      faults.push(`${name} changes state and declares no act`);
    if (seen.has(name)) faults.push(`${name} is declared twice`);
    seen.add(name);
  }
  if (faults.length > 0) throw new Error(`The routes are not safe to serve:\n${faults.join('\n')}`);
}
