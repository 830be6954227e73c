import { z } from 'zod';
import { seal, unseal } from '#kit/crypto.ts';
import { keyFor } from '#kit/secret.ts';

/*
 * What one page of a journey hands to the next through the form, sealed for this session: nothing has to be stored
 * until the journey is finished, and nobody can read or change it on the way.
 */
interface For {
  readonly secret: string;
  readonly session: string;
  readonly purpose: 'enrolment' | 'recovery file';
}

export function sealForForm(where: For, value: unknown): string {
  return seal(key(where), JSON.stringify(value), context(where)).toString('base64url');
}

/** The value; null where it was made for another session or purpose, or changed. */
export function openFromForm<T>(where: For, schema: z.ZodType<T>, sealed: string): T | null {
  const plain = unseal(key(where), Buffer.from(sealed, 'base64url'), context(where));
  return plain && schema.parse(JSON.parse(plain.toString()));
}

/** The secret of an app that is being set up; `proof` once a code has shown that the app has it. */
export const enrolmentValue = z.object({
  totp: z.string(),
  proof: z.object({ step: z.number(), codes: z.array(z.string()) }).optional(),
});

export const recoveryFileValue = z.object({ codes: z.array(z.string()) });

function key({ secret }: For): Buffer {
  return keyFor(secret, 'forms');
}

function context({ purpose, session }: For): string {
  return `${purpose}/${session}`;
}
