import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { words } from '../words.ts';
import { problem } from './problem.ts';
import { Plain } from './reply.ts';
import { defineRoute, type Route } from './route.ts';

const DOCUMENT_PATH = '/api/openapi.json';
const PAGE_PATH = '/api/docs';

/** Describes every declared route as OpenAPI 3.1, before the routes are added. */
export async function describeInterface(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '明镜 Mingjing',
        version: '1',
        description:
          'Errors are problem details (RFC 9457) in the language of Accept-Language. ' +
          'Requests that change something carry the header x-mingjing: 1.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mingjing' } } },
    },
    transform: jsonSchemaTransform,
  });
}

/** Runs in the page: what is tried out there is sent as a page of ours would send it (guard.ts). */
function addHeader(request: { headers: Record<string, string> }) {
  request.headers['x-mingjing'] = '1';
  return request;
}

/** The browsable page, served from this program alone; it comes in a scope of its own so that its routes are public ones. */
export async function addInterfacePage(app: FastifyInstance): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, permission: 'public' };
      route.schema = { ...route.schema, hide: true };
    });
    await scope.register(swaggerUi, {
      routePrefix: PAGE_PATH,
      uiConfig: {
        url: DOCUMENT_PATH,
        docExpansion: 'none',
        validatorUrl: null,
        requestInterceptor: addHeader as never,
      },
      theme: {
        title: '明镜 Mingjing',
        css: [{ filename: 'mingjing.css', content: '.swagger-ui .topbar { display: none }' }],
      },
    });
  });
}

/** The document itself, as a declared route. */
export const documentRoute = (app: FastifyInstance): Route =>
  defineRoute({
    method: 'GET',
    path: DOCUMENT_PATH,
    words: words('接口说明', 'Description of the interface'),
    permission: 'public',
    async handle() {
      return new Plain('application/json; charset=utf-8', JSON.stringify(app.swagger()));
    },
  });

/** A route's entry in the document. */
export function schemaOf(route: Route): FastifySchema {
  const { permission } = route;
  const who = typeof permission === 'string' ? permission : `${permission.name}: ${permission.roles.join(', ')}`;
  const failure = { description: 'Problem', content: { 'application/problem+json': { schema: problem } } };
  return {
    hide: route.hidden,
    summary: `${route.words.zh} / ${route.words.en}`,
    description: `Permission: ${who}`,
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[^a-z]+(.)?/gi, (_, next = '') => next.toUpperCase())}`,
    tags: [route.path.split('/')[2] ?? ''],
    security: permission === 'public' ? [] : [{ session: [] }],
    ...(route.upload ? { consumes: ['multipart/form-data'] } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.params ? { params: route.params } : {}),
    ...(route.body ? { body: route.body } : {}),
    response: { ...(route.response ? { 200: route.response } : {}), '4xx': failure },
  } as FastifySchema;
}
