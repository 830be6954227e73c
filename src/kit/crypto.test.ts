import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { keyedHash, newSecret, seal, unseal } from './crypto.ts';

const key = randomBytes(32);

test('what was sealed opens with the same key and context', () => {
  assert.equal(unseal(key, seal(key, 'a note – ñ', 'row 1'), 'row 1')?.toString(), 'a note – ñ');
});

test('a sealed value moved to another row does not open there', () => {
  assert.equal(unseal(key, seal(key, 'a note', 'row 1'), 'row 2'), null);
});

test('another key does not open it', () => {
  assert.equal(unseal(randomBytes(32), seal(key, 'a note', 'row 1'), 'row 1'), null);
});

test('a sealed value with any byte changed does not open', () => {
  const sealed = seal(key, 'a note', 'row 1');
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] as number) ^ 1;
    assert.equal(unseal(key, changed, 'row 1'), null, `byte ${index}`);
  }
  assert.equal(unseal(key, Buffer.alloc(3), 'row 1'), null);
});

test('sealing the same words twice shows nobody that they are the same', () => {
  assert.notDeepEqual(seal(key, 'a note', 'row 1'), seal(key, 'a note', 'row 1'));
});

test('a keyed hash is the same for the same value and key alone', () => {
  assert.deepEqual(keyedHash(key, 'a'), keyedHash(key, 'a'));
  assert.notDeepEqual(keyedHash(key, 'a'), keyedHash(randomBytes(32), 'a'));
});

test('a new secret is 43 characters that fit into an address', () => {
  assert.match(newSecret(), /^[A-Za-z0-9_-]{43}$/);
});
