import { newSecret } from '#kit/crypto.ts';
import { readSessionCookie, writeSessionCookie } from '#kit/http/begin.ts';
import type { OrganisationId } from '#rules/facts.ts';

/** What a system proves itself with; the database holds only the secret’s hash. */
export interface Token {
  readonly organisation: OrganisationId;
  readonly system: string;
  readonly hash: Buffer;
}

/** In the form of a session’s cookie: whose it is, which system, and a secret. Null: no token. */
export function readToken(text: string): Token | null {
  const read = readSessionCookie(text);
  return read && { organisation: read.organisation, system: read.session, hash: read.secretHash };
}

/** A new one, as its system sends it: it can be shown once and never again. */
export function newToken(organisation: OrganisationId, system: string): string {
  return writeSessionCookie(organisation, system, newSecret());
}
