import assert from 'node:assert/strict';
import test from 'node:test';
import { nothingWeighed, verdictOn } from './verdict.ts';

const weighed = (change: Partial<typeof nothingWeighed>) => ({ ...nothingWeighed, rows: 100, ...change });

test('a first import of a register is taken', () => {
  assert.equal(verdictOn('homes', weighed({ asked: 100 })), null);
});

test('new homes beside known ones are taken', () => {
  assert.equal(verdictOn('homes', weighed({ known: 90, asked: 10, elsewhere: 8 })), null);
});

test('references that are all new while nearly all homes are there stop the file, with what to do', () => {
  assert.match(
    verdictOn('homes', weighed({ asked: 100, elsewhere: 95 })) ?? '',
    /100 of 100 references are new, but most of those homes are on the register.*previous_reference/,
  );
  assert.match(
    verdictOn('people', weighed({ asked: 40, elsewhere: 30 })) ?? '',
    /the same name and date of birth/,
  );
});

test('references whose leading noughts a spreadsheet took stop the file', () => {
  assert.match(
    verdictOn('people', weighed({ bare: 98 })) ?? '',
    /98 of 100.*other noughts.*takes leading noughts away/,
  );
});

test('a handful of rows is judged row by row', () => {
  assert.equal(verdictOn('homes', weighed({ rows: 3, asked: 3, elsewhere: 3 })), null);
});
