import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookie } from './begin.ts';

declare module 'fastify' {
  interface FastifyRequest {
    proof?: string;
  }
}

/** What proof is bound to. Before sign-in there is no session; an empty word would never be accepted. */
export function proofHolder(request: FastifyRequest): string {
  return request.cookies[sessionCookie] || 'nobody yet';
}

/**
 * Proof of origin for this page's forms, bound to the session; made
 * once a request, or a first visit's cookie would change midway.
 */
export function proofOfOrigin(request: FastifyRequest, reply: FastifyReply): string {
  request.proof ??= reply.generateCsrf({ userInfo: proofHolder(request) });
  return request.proof;
}
