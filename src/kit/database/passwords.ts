import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';

/** The password of a serving role: derived, so that nothing but LINTEL_SECRET need be kept. */
export function derivedPassword(secret: string, role: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `lintel database role ${role}`, 24)).toString(
    'base64url',
  );
}

/**
 * What PostgreSQL stores instead of a password (RFC 5803). Sent in its place, so that the password itself never
 * stands in a statement that a server might log.
 */
export function scramVerifier(password: string, salt = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const stored = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64');
  const server = hmac(salted, 'Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
