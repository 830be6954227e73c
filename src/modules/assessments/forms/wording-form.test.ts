import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dash } from '../instruments/dash.ts';
import { wordingOf } from '../instruments/wording.ts';
import { readInstrumentFile } from './wording-form.ts';

const file = { ...wordingOf(dash), version: '2024', name: 'Dash, authorised', attribution: 'By permission' };
const problems = (changed: object) => {
  const read = readInstrumentFile(JSON.stringify({ ...file, ...changed }));
  return read.ok ? [] : read.problems;
};

test('a wording with every item is read', () => {
  const read = readInstrumentFile(JSON.stringify(file));
  assert.ok(read.ok && read.file.kind === 'wording');
  assert.equal(read.file.wording.items.length, 24);
});

test('what is no JSON says so', () => {
  const read = readInstrumentFile('{"instrument": "dash",');
  assert.ok(!read.ok);
  assert.match(read.problems[0] ?? '', /^This is not JSON: /);
});

test('an item that is missing, there twice or unknown is named', () => {
  const [first, second, ...rest] = file.items;
  assert.deepEqual(problems({ items: [second, second, { id: '25', question: 'And?' }, ...rest] }), [
    'Item 1 is missing',
    'Item 2 is there twice',
    'Item 25 is not in this instrument, whose items are 1 to 24',
  ]);
  assert.deepEqual(problems({ items: [first, { id: '2', question: '' }, ...rest] }), [
    'Item 2, question: is empty',
  ]);
  assert.deepEqual(problems({ items: [first, { id: '2' }, ...rest] }), [
    'Item 2, question: is missing, or is no text',
  ]);
});

test('another instrument, and a version that names Lintel’s own words, are refused', () => {
  assert.match(problems({ instrument: 'dara' }).join(), /^Instrument must be one of dash,/);
  assert.match(problems({ version: 'lintel-2' }).join(), /^Version begins with “lintel-”/);
  assert.match(problems({ version: undefined }).join(), /^Version is missing/);
});

test('a scale, a weight or anything else that words are not is refused', () => {
  const [first, ...rest] = file.items;
  assert.equal(problems({ items: [{ ...first, weight: 3 }, ...rest] }).length, 1);
  assert.equal(problems({ threshold: 14 }).length, 1);
});
