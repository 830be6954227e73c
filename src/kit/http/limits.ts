import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from './errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Throws `too-many` when this person has asked too much within the minute, wherever they sit. */
    boundPerson(request: FastifyRequest, person: string): Promise<void>;
  }
  interface FastifyRequest {
    person?: string;
  }
}

/** An office full of people shares one address. */
const peopleAtAnAddress = 20;

/** Bounds how much one address and one person may ask within a minute; a route may bound its own more tightly. */
export async function registerLimits(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, { max: perMinute * peopleAtAnAddress, timeWindow: 60_000 });
  const count = app.createRateLimit({
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.person ?? '',
  });
  app.decorate('boundPerson', async (request: FastifyRequest, person: string) => {
    request.person = person;
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new Fault('too-many');
  });
}
