import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from './begin.ts';

declare module 'fastify' {
  interface FastifyRequest {
    proof?: string;
  }
}

/** Proof of origin for this page's forms, bound to the session; made once a request, or a first visit's cookie would change midway. */
export function proofOfOrigin(request: FastifyRequest, reply: FastifyReply): string {
  request.proof ??= reply.generateCsrf({ userInfo: request.cookies[sessionCookie] ?? '' });
  return request.proof;
}
