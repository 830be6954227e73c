import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Evidence, evidenceDocument } from './evidence-document.ts';
import type { KeptFile } from './kept-file.ts';

const at = Temporal.Instant.from('2026-11-18T10:00:00Z');
const calendar = { rules: { timeZone: 'Europe/London' } } as unknown as Evidence['calendar'];
const file = {
  ...{ number: 1, name: 'IMG_1.jpg', kind: 'picture', mediaType: 'image/jpeg', bytes: 9, source: 'person' },
  ...{ addedAt: at, addedByName: 'Carys Webb', madeOn: null, shows: 'The door', sha256: Buffer.alloc(32, 1) },
} as unknown as KeptFile;
const evidence: Evidence = {
  ...{
    reference: 'C-7KQ4-M2XD',
    landlord: 'A landlord',
    about: '',
    recipient: 'Police: officer',
    purpose: 'To prosecute',
  },
  ...{ holds: 'originals', madeBy: 'Carys Webb', madeAt: at, calendar },
  clean: (text) => text,
  exhibits: [
    {
      ...{ exhibit: 'CW/1', file, called: 'CW-1.jpg', sha256: file.sha256 },
      custody: [{ name: 'file.added', at, byName: 'Carys Webb', as: '', why: '' }],
    },
  ],
};

test('a pack says of each exhibit what it is, how it came, who had it and how to check it', () => {
  const document = evidenceDocument(evidence);
  const text = JSON.stringify(document);
  for (const said of [
    'CW/1',
    'CW-1.jpg',
    '01'.repeat(32),
    'Carys Webb added this file',
    'When it was made is not on record',
    'The door',
    'hash reckoned as it arrived',
    'sha256sum -c manifest.txt',
  ])
    assert.ok(text.includes(said), said);
  assert.equal(document.title, 'Exhibits: C-7KQ4-M2XD');
});

test('a pack of pictures says that these are not the originals', () => {
  const text = JSON.stringify(evidenceDocument({ ...evidence, holds: 'shown' }));
  assert.match(text, /pictures made of the originals/);
});

test('what was written of an exhibit is cleaned as the decided document is, and what it was called is not told', () => {
  const [exhibit] = evidence.exhibits;
  const shows = 'The door of 4 Mill Lane, and again';
  const exhibits = exhibit ? [{ ...exhibit, file: { ...file, shows, name: '4-mill-lane.jpg' } }] : [];
  const clean = (text: string) => text.replaceAll('4 Mill Lane', '[left out]');
  const text = JSON.stringify(evidenceDocument({ ...evidence, exhibits, clean }));
  assert.equal(text.match(/The door of \[left out\], and again/g)?.length, 2);
  assert.doesNotMatch(text, /mill.lane/i);
});
