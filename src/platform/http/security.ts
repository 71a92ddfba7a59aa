import { createHmac, randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';

/** Response headers and limits that every answer has. */
export async function addProtections(app: FastifyInstance, config: Config): Promise<void> {
  const secure = config.origin?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles into the page at run time; nothing else may be inline.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  });
  const counted = randomBytes(32);
  await app.register(rateLimit, {
    max: config.limits.requestsPerMinute,
    timeWindow: 60_000,
    // What is counted is a keyed hash, and the key dies with the process: no list of visitors is kept, not even in memory.
    keyGenerator: ({ ip }) => createHmac('sha256', counted).update(ip).digest('base64'),
    errorResponseBuilder: (_request, { ttl }) => new AppError('request.tooMany', { seconds: Math.ceil(ttl / 1_000) }),
  });
  if (config.limits.eventLoopDelay > 0) {
    await app.register(underPressure, {
      maxEventLoopDelay: config.limits.eventLoopDelay,
      pressureHandler: () => {
        throw new AppError('server.busy');
      },
    });
  }
}
