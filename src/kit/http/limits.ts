import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from './errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Throws `too-many` when so much was asked within the minute by whomever the key names. Counted where what was sent
     * has arrived whole: what somebody begins to send and never ends counts against nobody.
     */
    bound(request: FastifyRequest, key: string, perMinute: number): Promise<void>;
  }
  interface FastifyRequest {
    bound?: { readonly key: string; readonly perMinute: number };
  }
}

/** An office full of people shares one address. */
export const peopleAtAnAddress = 20;
const remembered = 50_000;

/**
 * Bounds how much one address may ask within a minute, whatever it asks; people, devices and links are bounded first
 * and far lower, each by a key of its own.
 */
export async function registerLimits(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: perMinute * peopleAtAnAddress,
    timeWindow: 60_000,
    cache: remembered,
  });
  const count = app.createRateLimit({
    max: (request) => request.bound?.perMinute ?? perMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.bound?.key ?? '',
  });
  app.decorate('bound', async (request: FastifyRequest, key: string, most: number) => {
    request.bound = { key, perMinute: most };
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new Fault('too-many');
  });
}
