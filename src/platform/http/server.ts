import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../config.ts';
import type { Pools } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log/log.ts';
import type { Language } from '../words.ts';
import { type Ctx, type Identified, nobody } from './context.ts';
import { refuseForged } from './guard.ts';
import { languageOf } from './language.ts';
import { addInterfacePage, describeInterface, documentRoute, schemaOf } from './openapi.ts';
import { healthRoute, openMetrics } from './operations.ts';
import { holds, type RoutePermission } from './permission.ts';
import { asAppError, PROBLEM_TYPE, problemOf, problemRoute } from './problem.ts';
import { isOpenedByPerson, refusalPage } from './refusal.ts';
import { Download, Plain, Redirect } from './reply.ts';
import { checkRoutes, type Route } from './route.ts';
import { addProtections } from './security.ts';
import { addSites } from './sites.ts';
import { uploadsOf } from './upload.ts';
import { validate } from './validate.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: RoutePermission;
  }
  interface FastifyRequest {
    identified: Identified | null;
  }
}

/** Tells who sends a request from its cookies; null for nobody. */
export type Identify = (cookie: (name: string) => string | undefined) => Promise<Identified | null>;

export interface ServerOptions {
  readonly routes: readonly Route[];
  readonly database: Pools;
  readonly config: Config;
  readonly log: Log;
  readonly identify: Identify;
  /** Folder of the built sites; without it only the interface is served. */
  readonly web?: string;
}

export interface Server {
  readonly app: FastifyInstance;
  /** Every declared route, the server's own ones too: what the sweeps go through. */
  readonly routes: readonly Route[];
}

/**
 * Builds the server, ready for `listen` or `inject`.
 * @throws Error when a route has no permission, or changes state and declares no act
 */
export async function buildServer(options: ServerOptions): Promise<Server> {
  const { config, log } = options;
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    requestIdHeader: false,
    bodyLimit: config.limits.bodyBytes,
    trustProxy: config.proxies.length > 0 ? [...config.proxies] : false,
    exposeHeadRoutes: false,
  }) as unknown as FastifyInstance;
  const metrics = openMetrics();
  const routes = [...options.routes, healthRoute, metrics.route, problemRoute, documentRoute(app)];
  checkRoutes(routes);
  refuseUndeclared(app);
  app.decorateRequest('identified', null);
  // Requests are read by `validate`, which knows the reader's language.
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(serializerCompiler as never);
  answerErrors(app);
  logRequests(app);
  metrics.observe(app);
  await addProtections(app, config);
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request) => refuseForged(request, config.origin));
  await describeInterface(app);
  await addInterfacePage(app);
  const page = await addSites(app, options.web);
  app.setNotFoundHandler((request, reply) => {
    if (!page(request, reply)) sendProblem(request, reply, new AppError('route.missing'));
  });
  for (const route of routes) addRoute(app, route, options);
  await app.ready();
  return { app, routes };
}

/** A route that reached the framework past `defineRoute` keeps the program from starting. */
function refuseUndeclared(app: FastifyInstance): void {
  const added: { method: string | string[]; url: string; config?: { permission?: RoutePermission } }[] = [];
  app.addHook('onRoute', (route) => {
    added.push(route);
  });
  app.addHook('onReady', async () => {
    const open = added.filter((route) => !route.config?.permission).map((route) => `${route.method} ${route.url}`);
    if (open.length > 0) throw new Error(`Routes without permission: ${open.join(', ')}`);
  });
}

function addRoute(app: FastifyInstance, route: Route, { identify, database, config }: ServerOptions): void {
  app.route({
    method: route.method,
    url: route.path,
    config: { permission: route.permission },
    schema: schemaOf(route),
    onRequest: async (request) => {
      if (route.permission !== 'public') {
        request.identified = await identify((name) => request.cookies[name]);
        admit(route, request.identified);
      }
    },
    handler: async (request, reply) => {
      const language = languageOf(request.headers['accept-language']);
      const input = {
        query: validate(route.query, request.query, 'query', language),
        params: validate(route.params, request.params, 'params', language),
        body: validate(route.body, request.body, 'body', language),
        files: route.upload ? uploadsOf(request, route.upload) : none(),
      };
      const ctx = contextOf(request, reply, language, database, config);
      return send(reply, await route.handle(ctx, input as never));
    },
  });
}

/** First net: the route's permission. */
function admit(route: Route, identified: Identified | null): void {
  if (!identified) throw new AppError('session.missing');
  const { permission } = route;
  if (typeof permission !== 'string' && !holds(identified.session, permission)) {
    throw new AppError('access.denied', { permission: permission.words });
  }
  if (identified.account.mustChangePassword && !route.beforePasswordChange) throw new AppError('session.passwordDue');
}

async function* none(): AsyncIterable<never> {}

function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  database: Pools,
  config: Config,
): Ctx {
  const { identified, ip, headers, socket } = request;
  const passedOn = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  return {
    database,
    language,
    session: identified?.session ?? nobody,
    account: identified?.account ?? null,
    signIn: identified?.signIn ?? null,
    address: ip,
    local: !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? ''),
    cookie: (name) => request.cookies[name],
    setCookie: (name, value, { path = '/', seconds } = {}) => {
      reply.setCookie(name, value ?? '', {
        path,
        httpOnly: true,
        sameSite: 'lax',
        secure: config.origin?.startsWith('https:') ?? false,
        ...(value === null ? { maxAge: 0 } : seconds === undefined ? {} : { maxAge: seconds }),
      });
    },
  };
}

function send(reply: FastifyReply, answer: unknown): unknown {
  reply.header('cache-control', answer instanceof Plain ? answer.cache : 'no-store');
  if (answer instanceof Plain) return reply.type(answer.type).send(answer.body);
  if (answer instanceof Redirect) return reply.redirect(answer.to, 303);
  if (answer instanceof Download) {
    return reply.type(answer.type).header('content-disposition', answer.disposition).send(answer.body);
  }
  return answer === undefined ? reply.code(204).send() : reply.send(answer);
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known = asAppError(error, request.id);
    if (known.status >= 500) request.log.error({ err: error }, known.code);
    if (typeof known.params.seconds === 'number') reply.header('retry-after', known.params.seconds);
    sendProblem(request, reply, known);
  });
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): void {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(error, language);
  reply
    .code(error.status)
    .headers({ 'cache-control': 'no-store', 'content-language': language, vary: 'accept, accept-language' });
  if (isOpenedByPerson(request.method, request.headers.accept))
    reply.type('text/html; charset=utf-8').send(refusalPage(problem, language));
  else reply.type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** One line a request: the route, never the address typed, which may hold what somebody searched for. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, 'request');
  });
}
