import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { at } from '#rules/testing.ts';
import { runs } from '../../../tests/property.ts';
import { goesBack, type MovedCase, mayUndo, planUndo } from './undo.ts';

const madeAt = at('2026-07-01 10:00');
const moved = (differences: Partial<MovedCase> = {}): MovedCase => ({
  caseId: 'case' as CaseId,
  reference: 'C-2345-6789',
  fromId: 'from' as StaffId,
  fromName: 'From',
  toId: 'to' as StaffId,
  toName: 'To',
  leadId: 'to' as StaffId,
  closedAt: null,
  lastActedAt: madeAt,
  blockedStaff: [],
  fromIsThere: true,
  ...differences,
});
const because = (differences: Partial<MovedCase>) => {
  const verdict = goesBack(moved(differences), madeAt);
  return verdict.allowed ? null : verdict.reason;
};

test('a case on which nothing happened since goes back', () => {
  assert.equal(because({}), null);
});

test('a case that somebody worked on, closed or gave to somebody else stays, and it is said why', () => {
  assert.equal(because({ lastActedAt: madeAt.add({ seconds: 1 }) }), 'somebody has worked on it since');
  assert.equal(because({ closedAt: madeAt }), 'it has been closed since');
  assert.equal(because({ leadId: 'third' as StaffId }), 'somebody else leads it by now');
  assert.equal(because({ leadId: null }), 'somebody else leads it by now');
});

test('nothing goes back to somebody who has a conflict by now, left, or never had it', () => {
  assert.equal(
    because({ blockedStaff: ['from' as StaffId] }),
    'whoever led it before has a conflict of interest by now',
  );
  assert.equal(because({ fromIsThere: false }), 'whoever led it before cannot be given cases any more');
  assert.equal(because({ fromId: null }), 'nobody led it before');
});

test('it can be undone for seven days, once, and an undoing cannot', () => {
  const after = (hours: number) => madeAt.add({ hours });
  assert.equal(mayUndo(madeAt, false, false, after(7 * 24)).allowed, true);
  assert.equal(mayUndo(madeAt, false, false, after(7 * 24 + 1)).allowed, false);
  assert.equal(mayUndo(madeAt, true, false, after(1)).allowed, false);
  assert.equal(mayUndo(madeAt, false, true, after(1)).allowed, false);
});

test('whatever happened since: every case goes back to exactly whoever had it, or stays with a reason', () => {
  const person = fc.constantFrom<(StaffId | null)[]>(
    null,
    'from' as StaffId,
    'to' as StaffId,
    'x' as StaffId,
  );
  const cases = fc.array(
    fc.record({
      fromId: person,
      leadId: person,
      closedAt: fc.constantFrom(null, madeAt),
      lastActedAt: fc.constantFrom(null, madeAt, madeAt.add({ minutes: 1 })),
      blockedStaff: fc.subarray(['from', 'to'] as StaffId[]),
      fromIsThere: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(cases, (each) => {
      const all = each.map((one, index) => moved({ ...one, caseId: `case-${index}` as CaseId }));
      const { back, stay } = planUndo(all, madeAt);
      assert.equal(back.length + stay.length, all.length);
      for (const one of back) {
        assert.ok(one.fromId !== null && !one.blockedStaff.includes(one.fromId));
        assert.equal(one.leadId, one.toId);
        assert.equal(one.closedAt, null);
      }
      for (const { because: why } of stay) assert.notEqual(why, '');
    }),
    runs(1_000),
  );
});
