import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckedLine, checkInWords, checkStanding, type LastCheck } from './local-checks.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-18');
const line = (more: Partial<CheckedLine> = {}): CheckedLine => ({
  ...{ known: 'stored_source', checkedOn: null, setOn: day('2026-11-01'), lastCheck: null },
  ...more,
});
const asked = (on: string, outcome: LastCheck['outcome'] = 'holds'): LastCheck => ({
  ...{ on, outcome, withWhom: 'the Marac coordinator', words: '', byName: 'Ada Keel' },
});

test('what ships is checked by nobody until somebody asks the area, however lately it was taken over', () => {
  assert.equal(checkStanding(line(), today), 'never');
  assert.equal(checkStanding(line({ known: 'inferred' }), today), 'never');
  assert.equal(checkInWords(line(), today), 'Not checked with the area.');
});

test('a check holds for twelve months, and then is to be made again', () => {
  assert.equal(checkStanding(line({ lastCheck: asked('2025-11-18') }), today), 'holds');
  assert.equal(checkStanding(line({ lastCheck: asked('2025-11-17') }), today), 'due');
  assert.match(
    checkInWords(line({ lastCheck: asked('2025-11-17') }), today),
    /on 17 November 2025 with the Marac coordinator, by Ada Keel\. That is more than 12 months ago: check it again/,
  );
});

test('what a colleague set with a source of their own is to be looked at after twelve months too', () => {
  assert.equal(checkStanding(line({ known: 'said_here' }), today), 'holds');
  assert.equal(checkStanding(line({ known: 'said_here', setOn: day('2025-10-01') }), today), 'due');
});

test('where the area says that it is different, the line says so until somebody sets what holds', () => {
  const differs = { ...asked('2026-11-10', 'differs'), words: 'Weekly since May.' };
  assert.equal(checkStanding(line({ lastCheck: differs }), today), 'differs');
  assert.match(
    checkInWords(line({ lastCheck: differs }), today),
    /it is different now\. Weekly since May\. Set what holds/,
  );
});
