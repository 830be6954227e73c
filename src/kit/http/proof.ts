import type { FastifyReply, FastifyRequest } from 'fastify';
import { signed, unsigned } from './author.ts';
import { sessionCookie } from './begin.ts';
import type { Who } from './route.ts';

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
 * Proof of origin for this page's forms, bound to the session; made once a request, or a first visit's cookie would
 * change midway. @param who whose forms they are: they name their author, for us alone to read
 */
export function proofOfOrigin(
  request: FastifyRequest,
  reply: FastifyReply,
  who: { readonly secret: string; readonly who: Who | null } | null = null,
): string {
  if (request.proof === undefined) {
    const proof = reply.generateCsrf({ userInfo: proofHolder(request) });
    request.proof = who?.who ? signed(proof, who.secret, who.who) : proof;
  }
  return request.proof;
}

/** Where it is sent: in a form, or in a header by a script. */
export function proofSent(request: FastifyRequest): string {
  const body = request.body as { readonly _csrf?: unknown } | undefined;
  return unsigned(body?._csrf ?? request.headers['x-csrf-token']);
}
