import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { deviceCookie, hiddenCookie } from './begin.ts';
import { demand } from './input.ts';
import { proofOfOrigin } from './proof.ts';
import type { OpenRoute } from './route.ts';
import type { Served } from './serve-staff.ts';

/** A request of nobody in particular; the handler opens what transactions it needs. */
export async function serveOpen(
  route: OpenRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  cookies: boolean,
): Promise<Served> {
  const answer = await route.handle({
    who: null,
    device: (cookies && request.cookies[deviceCookie]) || '',
    hidden: (cookies && request.cookies[hiddenCookie]) || '',
    params: demand(route.params, request.params, 'not-found'),
    query: demand(route.query, request.query, 'unreadable'),
    body: request.body,
    files: [],
    now: services.now(),
    services,
    address: request.ip,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
    csrf: cookies ? proofOfOrigin(request, reply) : '',
  });
  return { answer, who: null };
}
