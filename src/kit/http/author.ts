import { z } from 'zod';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { seal, unseal } from '../crypto.ts';
import { keyFor } from '../secret.ts';
import type { Who } from './route.ts';

/*
 * Whose form it is, sealed into the form itself beside its proof of origin. Where they have signed out by the time it
 * comes, its words are kept for them and for nobody else. It signs nobody in and proves nothing but whom to keep for.
 */
export interface Author {
  readonly organisation: OrganisationId;
  readonly staff: StaffId;
  readonly session: string;
}

const value = z.object({ organisation: z.uuid(), staff: z.uuid(), session: z.uuid() });
const context = 'author of a form';
const mark = '~';

/** The proof of a page for somebody who is signed in. */
export function signed(proof: string, secret: string, { organisation, staff, session }: Who): string {
  const plain = JSON.stringify({ organisation, staff, session });
  return `${proof}${mark}${seal(keyFor(secret, 'authors'), plain, context).toString('base64url')}`;
}

/** The proof alone, as it was made. */
export function unsigned(sent: unknown): string {
  return String(sent ?? '').split(mark)[0] ?? '';
}

/** Null: nobody is named, or not by us. */
export function authorOf(sent: unknown, secret: string): Author | null {
  const sealed = String(sent ?? '').split(mark)[1];
  const plain = sealed && unseal(keyFor(secret, 'authors'), Buffer.from(sealed, 'base64url'), context);
  return plain ? (value.parse(JSON.parse(plain.toString())) as Author) : null;
}
