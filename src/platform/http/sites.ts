import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers an address that no route has with the page of a site; false where it is not a page's address. */
export type PageFallback = (request: FastifyRequest, reply: FastifyReply) => boolean;

/**
 * Serves the two sites as they were built: the workbench under /, the public site under /public/. Their addresses are kept by
 * the pages themselves, so any address that looks like a page gets the site's one document. The offline check is a download.
 * @param folder `dist/web`
 */
export async function addSites(app: FastifyInstance, folder: string | undefined): Promise<PageFallback> {
  if (!folder || !existsSync(join(folder, 'workbench/index.html'))) return () => false;
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, permission: 'public' };
      route.schema = { ...route.schema, hide: true };
    });
    // Names of built files bear a hash of their content.
    await scope.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      maxAge: '365d',
      immutable: true,
    });
  });
  await app.register(fastifyStatic, { root: folder, serve: false, decorateReply: !app.hasReplyDecorator('sendFile') });
  if (existsSync(join(folder, 'verify/index.html'))) addChecker(app, folder);
  return (request, reply) => {
    const path = request.url.split('?')[0]!;
    const page = request.method === 'GET' && !/^\/(api|assets|ledger)\//.test(path);
    if (!page) return false;
    const site = path === '/public' || path.startsWith('/public/') ? 'public' : 'workbench';
    void reply.header('cache-control', 'no-cache').sendFile(`${site}/index.html`, folder, { cacheControl: false });
    return true;
  };
}

/**
 * Hands out the offline check of bulletins as a file: it is meant to be opened from a disk, away from this server, and the
 * content security policy of the sites would not let its inline script run.
 */
function addChecker(app: FastifyInstance, folder: string): void {
  app.route({
    method: 'GET',
    url: '/public/checker.html',
    config: { permission: 'public' },
    schema: { hide: true },
    handler: (_request, reply) =>
      reply
        .headers({ 'content-disposition': 'attachment; filename="mingjing-checker.html"', 'cache-control': 'no-cache' })
        .sendFile('verify/index.html', folder, { cacheControl: false }),
  });
}
