import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Action } from '#rules/may.ts';
import type { Services } from '../services.ts';
import type { FaultCode } from './errors.ts';
import { faultOf, hungUp } from './fault-of.ts';
import { Problem, type ProblemCode, problemDocument } from './problems.ts';
import type { Records } from './route.ts';

/** A request of another program, as it came. */
export interface ApiAsked {
  readonly query: unknown;
  readonly body: unknown;
  /** What it proves itself with; '' for nothing. */
  readonly bearer: string;
  readonly now: Temporal.Instant;
  readonly services: Services;
  readonly address: string;
  /** Throws when so much was asked within the minute by whomever the key names. */
  bound(key: string, perMinute: number): Promise<void>;
}

/** JSON, or lines of it that are read from the database as they are sent. */
export type ApiAnswer = { readonly json: string } | { readonly lines: Readable };

/** An address that other programs use: no cookie, no page, and every failure is a problem document (RFC 9457). */
export interface ApiRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly may: Action;
  readonly records: Records;
  handle(asked: ApiAsked): Promise<ApiAnswer>;
}

export const apiPath = '/api';
const bodyBytes = 512 * 1024;

/** Serves them beside the pages of the staff site, never on the help site. */
export async function serveApi(app: FastifyInstance, services: Services, routes: readonly ApiRoute[]) {
  if (routes.length === 0) return;
  await app.register(
    async (api) => {
      api.removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded']);
      api.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
      api.setNotFoundHandler((request, reply) => answerProblem(new Problem('not-found'), request, reply));
      for (const route of routes) addApiRoute(api, services, route);
    },
    { prefix: apiPath },
  );
}

function addApiRoute(api: FastifyInstance, services: Services, route: ApiRoute): void {
  const { may, records, method } = route;
  api.route({
    method,
    url: route.path.slice(apiPath.length),
    bodyLimit: bodyBytes,
    // Each token is bounded by itself, and whoever has none by their address.
    config: { may, records, rateLimit: false as const },
    handler: async (request, reply) => {
      const answer = await route.handle({
        query: request.query,
        body: request.body,
        bearer: bearerOf(request),
        now: services.now(),
        services,
        address: request.ip,
        bound: (key, perMinute) => request.server.bound(request, `api ${key}`, perMinute),
      });
      if ('json' in answer) return reply.type('application/json; charset=utf-8').send(answer.json);
      return reply.type('application/x-ndjson; charset=utf-8').send(answer.lines);
    },
  });
}

const bearer = /^Bearer ([A-Za-z0-9._-]{20,200})$/i;

function bearerOf({ headers }: FastifyRequest): string {
  return bearer.exec(headers.authorization ?? '')?.[1] ?? '';
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error);
  if (problem.code === 'broken' && !hungUp(error, request.raw.destroyed || reply.raw.destroyed))
    request.log.error({ err: error, route: request.routeOptions.url }, 'a fault of ours');
  const document = problemDocument(problem);
  if (document.status === 401) reply.header('www-authenticate', 'Bearer');
  if (document.status === 503) reply.header('retry-after', '5');
  if (document.status === 429) reply.header('retry-after', '60');
  return reply
    .code(document.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}

const ofFault: Readonly<Partial<Record<FaultCode, ProblemCode>>> = {
  'not-found': 'not-found',
  unreadable: 'wrong-request',
  'too-large': 'too-large',
  'too-many': 'too-many',
  stopping: 'away',
  away: 'away',
  full: 'away',
  crossed: 'away',
};

/** What anything thrown is to another program. */
function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const { code, statusCode } = (thrown ?? {}) as { code?: string; statusCode?: number };
  if (statusCode === 415 || code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('not-json');
  const problem = ofFault[faultOf(thrown).code] ?? 'broken';
  if (problem !== 'wrong-request') return new Problem(problem);
  return new Problem(problem, [{ at: '', says: 'It could not be read as JSON.' }]);
}
