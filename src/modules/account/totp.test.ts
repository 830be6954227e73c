import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt, enrolmentAddress, secretAsText, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');
const now = Temporal.Instant.from('2026-11-09T09:00:10Z');
const step = Math.floor(now.epochMilliseconds / 30_000);

test('codes are those of the standard (RFC 6238, appendix B, last six digits)', () => {
  assert.equal(codeAt(secret, Temporal.Instant.from('1970-01-01T00:00:59Z')), '287082');
  assert.equal(codeAt(secret, Temporal.Instant.from('2005-03-18T01:58:29Z')), '081804');
});

test('a code counts for half a minute either side, for a phone whose clock is not quite right', () => {
  const code = codeAt(secret, now);
  assert.equal(stepOfCode(secret, code, now, null), step);
  assert.equal(stepOfCode(secret, code, now.add({ seconds: 30 }), null), step);
  assert.equal(stepOfCode(secret, code, now.subtract({ seconds: 30 }), null), step);
  assert.equal(stepOfCode(secret, code, now.add({ seconds: 60 }), null), null);
});

test('a code is used once', () => {
  assert.equal(stepOfCode(secret, codeAt(secret, now), now, step), null);
  assert.equal(stepOfCode(secret, codeAt(secret, now), now, step - 1), step);
});

test('a code may be typed with a space', () => {
  const code = codeAt(secret, now);
  assert.equal(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, now, null), step);
  assert.equal(stepOfCode(secret, 'abcdef', now, null), null);
});

test('what the app is told names the program and the sign-in, nothing more', () => {
  const address = new URL(enrolmentAddress(secret, 'a.person@example.org'));
  assert.equal(address.protocol, 'otpauth:');
  assert.equal(decodeURIComponent(address.pathname), '/Lintel:a.person@example.org');
  assert.equal(secretAsText(secret), 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
});
