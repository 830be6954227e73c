import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from './password-hash.ts';

test('a password is kept as argon2id at the cost that OWASP asks for', async () => {
  const encoded = await hashPassword('seven green kettles');
  assert.match(encoded, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.deepEqual(await verifyPassword('seven green kettles', encoded), { right: true, outdated: false });
  assert.deepEqual(await verifyPassword('Seven green kettles', encoded), { right: false, outdated: false });
});

test('a password hashed at an older cost is right, and due to be hashed anew', async () => {
  const nonce = Buffer.alloc(16, 7);
  const hash = argon2Sync('argon2id', {
    message: 'seven green kettles',
    nonce,
    memory: 64,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  });
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  const encoded = `$argon2id$v=19$m=64,t=1,p=1$${text(nonce)}$${text(hash)}`;
  assert.deepEqual(await verifyPassword('seven green kettles', encoded), { right: true, outdated: true });
});

test('nobody’s password is right where there is no account', async () => {
  assert.deepEqual(await verifyPassword('', null), { right: false, outdated: false });
});

test('an accented letter is the same however the keyboard composes it', async () => {
  const encoded = await hashPassword('caf\u00e9 au lait and more');
  assert.equal((await verifyPassword('cafe\u0301 au lait and more', encoded)).right, true);
});
