import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calledInPack, exhibitName, manifestOf, whyNot } from './exhibits.ts';
import type { KeptFile } from './kept-file.ts';

const file = {
  number: 3,
  mediaType: 'image/heic',
  errorAt: null,
  alteredAt: null,
  scan: 'clean',
  shown: 'made',
} as KeptFile;
const asDecided = { mayGo: true, decided: true };
const then = Temporal.Instant.from('2026-11-18T10:00:00Z');

test('an exhibit keeps its number in every pack, and its file is named after it', () => {
  assert.equal(exhibitName('AB', file), 'AB/3');
  assert.equal(calledInPack('AB', file, 'originals'), 'AB-3.heic');
  assert.equal(calledInPack('AB', file, 'shown'), 'AB-3.jpg');
});

test('the manifest is one that anybody can check', () => {
  assert.equal(manifestOf([{ called: 'AB-3.jpg', sha256: Buffer.from([1, 255]) }]), '01ff  AB-3.jpg\n');
});

test('what is in error, harmful, changed, not decided or held back goes into no pack', () => {
  assert.equal(whyNot(file, asDecided), null);
  const cases: readonly (readonly [Partial<KeptFile>, Partial<typeof asDecided>, RegExp])[] = [
    [{ errorAt: then }, {}, /added in error/],
    [{ alteredAt: then }, {}, /not as they came/],
    [{ scan: 'infected' }, {}, /harmful/],
    [{ scan: 'waiting' }, {}, /waits to be looked through/],
    [{}, { decided: false }, /does not take in the entry/],
    [{}, { mayGo: false }, /may not be shown to agencies/],
  ];
  for (const [change, decision, said] of cases)
    assert.match(whyNot({ ...file, ...change }, { ...asDecided, ...decision }) ?? '', said);
});

test('only what can be looked at goes without what the phone wrote down', () => {
  assert.equal(whyNot({ ...file, shown: 'nothing' }, { ...asDecided, holds: 'originals' }), null);
  assert.match(
    whyNot({ ...file, shown: 'nothing' }, { ...asDecided, holds: 'shown' }) ?? '',
    /no picture of it/,
  );
});
