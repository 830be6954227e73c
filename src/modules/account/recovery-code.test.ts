import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { recoveryCode, recoveryFile, typedRecoveryCode } from './recovery-code.ts';

test('a recovery code is sixteen characters that cannot be mistaken for one another', () => {
  assert.match(recoveryCode(randomBytes(64)), /^([A-HJKMNP-TV-Z2-9]{4}-){3}[A-HJKMNP-TV-Z2-9]{4}$/);
});

test('a code read from paper may be typed in small letters and without dashes', () => {
  assert.equal(typedRecoveryCode(' k7qm4xdp k7qm 4xdp '), 'K7QM-4XDP-K7QM-4XDP');
  assert.equal(typedRecoveryCode('K7QM-4XDP'), null);
  assert.equal(typedRecoveryCode('K7QM-4XDP-K7QM-4XD0'), null);
});

test('no character is likelier than another', () => {
  assert.throws(() => recoveryCode(Buffer.alloc(64, 255)), /more random bytes/);
});

test('the file to keep does not say what Lintel is for', () => {
  const file = recoveryFile(['K7QM-4XDP-K7QM-4XDP'], '9 November 2026');
  assert.match(file, /K7QM-4XDP-K7QM-4XDP/);
  assert.doesNotMatch(file, /abuse|case|victim|survivor/i);
});
