import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;

/** A one-time code by time (RFC 6238), as every authenticator app makes it. `secret`: 20 bytes. */
function totp(secret: Buffer, email: string): TOTP {
  return new TOTP({
    issuer: 'Lintel',
    label: email,
    secret: Secret.fromHex(secret.toString('hex')),
    period: stepSeconds,
    digits: 6,
  });
}

/**
 * The 30-second step that a typed code belongs to: this one, the one before or the one after; null for any other
 * code. A step that was used is not used again, so that a code read over a shoulder is worth nothing.
 */
export function stepOfCode(
  secret: Buffer,
  typed: string,
  now: Temporal.Instant,
  lastStep: number | null,
): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.epochMilliseconds;
  const delta = totp(secret, '').validate({ token, timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / stepSeconds) + delta;
  return lastStep === null || step > lastStep ? step : null;
}

/** The code of this moment: what the app shows. For the demonstration and tests. */
export function codeAt(secret: Buffer, now: Temporal.Instant): string {
  return totp(secret, '').generate({ timestamp: now.epochMilliseconds });
}

/** What the QR code says to the app: neutral, the program's name and the sign-in alone. */
export function enrolmentAddress(secret: Buffer, email: string): string {
  return totp(secret, email).toString();
}

/** The secret as text to type, in groups of four. */
export function secretAsText(secret: Buffer): string {
  return Secret.fromHex(secret.toString('hex')).base32.replace(/(.{4})(?=.)/g, '$1 ');
}
