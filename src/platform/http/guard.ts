import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';

/** A page of another site cannot set this header without asking first, and is never allowed to. */
const CSRF_HEADER = 'x-mingjing';

/**
 * Refuses requests that change something and were not sent by a page of this system: the header must be there, and Origin and
 * Sec-Fetch-Site, where the browser sends them, must say so too. The cookies are SameSite=Lax besides.
 * @param origin the installation's own, where it is configured; else the one the request was addressed to
 * @throws AppError `request.forged`
 */
export function refuseForged(request: FastifyRequest, origin: string | undefined): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  const own = origin ?? `${request.protocol}://${headers.host ?? ''}`;
  const forged =
    headers[CSRF_HEADER] !== '1' ||
    (headers.origin !== undefined && headers.origin !== own) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (forged) throw new AppError('request.forged');
}
