import type { FastifyInstance, FastifyRequest } from 'fastify';
import { standingOf } from '../database/standing.ts';
import type { Services } from '../services.ts';

/** It was passed on by a proxy, or says so. */
export function isForwarded({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host'].some((name) => name in headers);
}

/**
 * Behind a proxy that nobody told Lintel of everybody has one address, the proxy's: bounds by address would count all
 * of them as one, and the record of sessions would name it for each. Said once to the log, and to administrators.
 */
export function watchForProxies(app: FastifyInstance, { db, settings }: Services): void {
  if (settings.trustProxy !== false) return;
  const standing = standingOf(db);
  app.addHook('onRequest', async (request) => {
    if (standing.unknownProxy || !isForwarded(request)) return;
    standing.unknownProxy = true;
    request.log.warn('requests come through a proxy that LINTEL_TRUST_PROXY does not name');
  });
}
