import type { FastifyInstance } from 'fastify';
import type { Action } from '#rules/may.ts';
import type { Saying } from '../carrier.ts';
import type { Services } from '../services.ts';
import { faults } from './errors.ts';
import { faultOf } from './fault-of.ts';
import type { Records } from './route.ts';

/** An address at which a service tells us something of its own accord, and proves by what it says who it is. */
export interface Callback {
  readonly method: 'POST';
  readonly path: string;
  readonly may: Action;
  readonly records: Records;
  /** @returns once what was said is kept; it throws where it could not be, so that it is said again */
  hear(saying: Saying, services: Services): Promise<void>;
}

/** What is told of one message is short. In bytes. */
const most = 16 * 1024;
/** From one address. */
const perMinute = 600;

/**
 * Whoever speaks gets one answer, without a word in it: whether they were believed, whether anything is set up and
 * whether we know the message is nobody's business but the service's, which does not ask.
 */
export async function serveCallbacks(
  app: FastifyInstance,
  services: Services,
  callbacks: readonly Callback[],
): Promise<void> {
  if (callbacks.length === 0) return;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // To the byte: what was signed is what came.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => {
      const { code } = faultOf(error);
      const { status } = faults[code];
      if (code === 'too-many') return reply.code(429).header('retry-after', '60').send();
      if (status < 500) return reply.code(204).send();
      request.log.error({ err: error, route: request.routeOptions.url }, 'a fault of ours');
      return reply.code(503).header('retry-after', '60').send();
    });
    for (const { method, path, may, records, hear } of callbacks)
      scope.route({
        method,
        url: path,
        bodyLimit: most,
        config: { may, records, rateLimit: false as const },
        handler: async (request, reply) => {
          await request.server.bound(request, `callback ${request.ip}`, perMinute);
          const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          await hear({ headers: request.headers, body }, services);
          return reply.code(204).send();
        },
      });
  });
}
