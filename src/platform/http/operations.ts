import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { AppError } from '../errors.ts';
import { words } from '../words.ts';
import { Plain } from './reply.ts';
import { defineRoute, type Route } from './route.ts';

/** Says whether the program can work: its database answers. For process supervisors and load balancers. */
export const healthRoute = defineRoute({
  method: 'GET',
  path: '/healthz',
  words: words('运行状况', 'Health'),
  permission: 'public',
  hidden: true,
  async handle({ database }) {
    try {
      await database.app.query('select 1');
    } catch (cause) {
      throw new AppError('database.away', {}, { cause });
    }
    return new Plain('application/json; charset=utf-8', '{"ok":true}');
  },
});

/** Measurements for Prometheus; only this machine may read them. */
export interface Metrics {
  readonly route: Route;
  observe(app: FastifyInstance): void;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'mingjing_http_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    route: defineRoute({
      method: 'GET',
      path: '/metrics',
      words: words('运行指标', 'Measurements'),
      permission: 'public',
      hidden: true,
      async handle({ local }) {
        if (!local) throw new AppError('route.missing');
        return new Plain(registry.contentType, await registry.metrics());
      },
    }),
    observe(app) {
      app.addHook('onResponse', async (request, reply) => {
        const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
        duration.observe(labels, reply.elapsedTime / 1_000);
      });
    },
  };
}
