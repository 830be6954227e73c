import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { mayReadReaders, readingInWords } from './readers.ts';

const lead = 'lead' as StaffId;
const at = Temporal.Instant.from('2026-11-18T10:00:00Z');

test('the lead and managers read who opened a case, and nobody who is in it by emergency alone', () => {
  const file = { leadId: lead, emergencyUntil: null };
  assert.equal(mayReadReaders(file, { staff: lead, manages: false }).allowed, true);
  assert.equal(mayReadReaders(file, { staff: 'another' as StaffId, manages: true }).allowed, true);
  assert.equal(mayReadReaders(file, { staff: 'another' as StaffId, manages: false }).allowed, false);
  const emergency = { ...file, emergencyUntil: at };
  assert.equal(mayReadReaders(emergency, { staff: 'another' as StaffId, manages: true }).allowed, false);
});

test('what was opened is said by its part, and how often', () => {
  const looked = { at, name: 'case.viewed', part: 'Risk', why: '', times: 3 };
  assert.equal(readingInWords(looked), 'Opened: Risk, 3 times');
  assert.equal(
    readingInWords({ ...looked, name: 'case.exported', part: '', times: 1 }),
    'Took words of the case away',
  );
});
