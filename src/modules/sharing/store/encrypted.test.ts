import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ageKeyProblem, encrypted, newCode, newPassphrase } from './encrypted.ts';

const file = { name: 'C-2345-6789.pdf', bytes: Buffer.from('What she said, as she said it: “é” 😀') };

test('for whoever has a key, only that key opens it', async () => {
  const identity = await generateX25519Identity();
  const { bytes, name } = await encrypted('age_key', file, await identityToRecipient(identity));
  assert.equal(name, 'C-2345-6789.pdf.age');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  assert.deepEqual(Buffer.from(await decrypter.decrypt(bytes)), file.bytes);
  const other = new Decrypter();
  other.addIdentity(await generateX25519Identity());
  await assert.rejects(other.decrypt(bytes));
});

test('under a passphrase, age and a ZIP open with it alone; the ZIP names nobody', async () => {
  const passphrase = newPassphrase();
  const age = await encrypted('age_words', file, passphrase);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  assert.deepEqual(Buffer.from(await decrypter.decrypt(age.bytes)), file.bytes);
  const zip = await encrypted('zip', file, passphrase);
  assert.ok(!zip.bytes.includes('What she said'));
  const entries = await new ZipReader(new Uint8ArrayReader(zip.bytes), { password: passphrase }).getEntries();
  const [entry] = entries;
  assert.equal(entry?.filename, 'C-2345-6789.pdf');
  assert.equal(entry?.encrypted, true);
  const read = entry && 'getData' in entry && (await entry.getData?.(new Uint8ArrayWriter()));
  assert.deepEqual(read && Buffer.from(read), file.bytes);
  const wrong = await new ZipReader(new Uint8ArrayReader(zip.bytes), { password: 'another' }).getEntries();
  const [first] = wrong;
  assert.ok(first && 'getData' in first);
  await assert.rejects(first.getData(new Uint8ArrayWriter()));
});

test('what is no key is told apart before anything is made', async () => {
  assert.match((await ageKeyProblem('age1nothing')) ?? '', /no public key of age/);
  assert.match((await ageKeyProblem('')) ?? '', /no public key of age/);
  assert.equal(await ageKeyProblem(await identityToRecipient(await generateX25519Identity())), null);
});

test('a passphrase can be read out, and neither it nor a code comes twice', () => {
  const made = Array.from({ length: 200 }, newPassphrase);
  assert.equal(new Set(made).size, 200);
  for (const each of made) assert.match(each, /^(?:[2-9a-hjkmnp-z]{4}-){5}[2-9a-hjkmnp-z]{4}$/);
  assert.match(newCode(), /^\d{8}$/);
});
