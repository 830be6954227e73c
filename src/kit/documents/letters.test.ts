import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../../tests/pdf.ts';
import { renderLetters } from './render.ts';

const letter = {
  ...{ language: 'en', rightToLeft: false, date: '30 November 2026' },
  address: ['Sam Example', '1 Quay Street', 'ZZ1 1ZZ'],
  returnAddress: ['PO Box 12', 'Newport'],
  body: 'Hello Sam,\n\nPlease call 01632 960 142.\nThank you #strong[x]',
};

test('each letter begins on a page of its own, with its address and nothing of us', async () => {
  const { pages, structure } = readPdf(await renderLetters([letter, { ...letter, address: ['Another'] }]));
  assert.equal(pages.length, 2);
  assert.match(pages[0] ?? '', /PO Box 12, Newport/);
  assert.match(pages[0] ?? '', /Sam Example/);
  assert.match(pages[0] ?? '', /#strong\[x\]/, 'no word is markup');
  assert.doesNotMatch(pages.join(' '), /Lintel/);
  assert.ok(structure.length > 0, 'it is tagged');
});
