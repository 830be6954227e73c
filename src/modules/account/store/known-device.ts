import { z } from 'zod';
import { seal, unseal } from '#kit/crypto.ts';
import { newId } from '#kit/ids.ts';
import { keyFor } from '#kit/secret.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { knownFor } from '../lockout.ts';

/*
 * A browser in which somebody has fully signed in keeps a sealed note of it. The note signs nobody in; it only lets
 * that browser try that account without waiting for what others typed, also where a whole office has one address.
 */
const value = z.object({ id: z.string(), at: z.string() });

/** The cookie for this browser and this account. */
export function deviceNote(
  secret: string,
  organisation: OrganisationId,
  email: string,
  now: Temporal.Instant,
): string {
  const plain = JSON.stringify({ id: newId(), at: now.toString() });
  return seal(keyFor(secret, 'devices'), plain, context(organisation, email)).toString('base64url');
}

/** Which browser of this account's it is; null where it is none, or has not been used for too long. */
export function knownDevice(
  secret: string,
  organisation: OrganisationId,
  email: string,
  note: string,
  now: Temporal.Instant,
): string | null {
  const sealed = Buffer.from(note, 'base64url');
  const plain = unseal(keyFor(secret, 'devices'), sealed, context(organisation, email));
  if (!plain) return null;
  const { id, at } = value.parse(JSON.parse(plain.toString()));
  return Temporal.Instant.compare(Temporal.Instant.from(at).add(knownFor), now) > 0 ? id : null;
}

function context(organisation: OrganisationId, email: string): string {
  return `${organisation}/${email.toLowerCase()}`;
}
