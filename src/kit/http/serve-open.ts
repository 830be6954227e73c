import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../services.ts';
import { deviceCookie, hiddenCookie } from './begin.ts';
import { demand } from './input.ts';
import { peopleAtAnAddress } from './limits.ts';
import { proofOfOrigin } from './proof.ts';
import { isForwarded } from './proxy.ts';
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
  const bound = (key: string, perMinute: number) =>
    request.server.bound(request, `${key} ${route.path}`, perMinute);
  // An address that is a proxy's is everybody's.
  const people = services.settings.trustProxy === false && isForwarded(request) ? peopleAtAnAddress : 1;
  if (route.perMinute) await bound(request.ip, route.perMinute * people);
  const answer = await route.handle({
    who: null,
    device: (cookies && request.cookies[deviceCookie]) || '',
    hidden: (cookies && request.cookies[hiddenCookie]) || '',
    params: demand(route.params, request.params, 'not-found'),
    query: demand(route.query, request.query, 'unreadable'),
    body: request.body,
    files: request.uploads ?? [],
    now: services.now(),
    services,
    address: request.ip,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
    bound,
    csrf: cookies ? proofOfOrigin(request, reply) : '',
  });
  return { answer, who: null };
}
