import { randomBytes } from 'node:crypto';
import { seal, unseal } from '#kit/crypto.ts';
import { keyFor } from '#kit/secret.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

/** 160 random bits, as the standard asks for. */
export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

export function sealTotp(secret: string, organisation: OrganisationId, staff: StaffId, totp: Buffer): Buffer {
  return seal(keyFor(secret, 'second factor'), totp, `totp/${organisation}/${staff}`);
}

/** @throws where it was sealed under another root secret: a restored database needs the secret it was made with. */
export function openTotp(
  secret: string,
  organisation: OrganisationId,
  staff: StaffId,
  sealed: Buffer,
): Buffer {
  const totp = unseal(keyFor(secret, 'second factor'), sealed, `totp/${organisation}/${staff}`);
  if (!totp) throw new Error('A second factor does not open with this LINTEL_SECRET');
  return totp;
}
