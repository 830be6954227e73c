import { createHmac, timingSafeEqual } from 'node:crypto';

type Header = string | readonly string[] | undefined;

/** Whether whoever speaks holds the token: `Bearer …` (RFC 6750, section 2.1). Without a token nobody does. */
export function bearer(header: Header, token: string | undefined): boolean {
  if (token === undefined || typeof header !== 'string') return false;
  return same(header.replace(/^bearer +/i, ''), token);
}

export interface Signed {
  readonly key: string | undefined;
  readonly algorithm: 'sha256' | 'sha512';
  readonly encoding: 'hex' | 'base64';
  /** What stands before the signature, as in `sha256=…`; often `''`. */
  readonly prefix: string;
}

/** Whether the bytes were signed with the key (HMAC, RFC 2104). Without a key nothing was. */
export function signed(header: Header, body: Buffer, { key, algorithm, encoding, prefix }: Signed): boolean {
  if (key === undefined || typeof header !== 'string') return false;
  const ours = prefix + createHmac(algorithm, key).update(body).digest(encoding);
  // Hexadecimal digits are the same in either case; those of base64 are not.
  return encoding === 'hex' ? same(header.toLowerCase(), ours.toLowerCase()) : same(header, ours);
}

/** In the same time whatever differs: hashed, so that lengths tell nothing either. */
function same(one: string, other: string): boolean {
  const hashed = (value: string) => createHmac('sha256', 'compared').update(value).digest();
  return timingSafeEqual(hashed(one), hashed(other));
}
