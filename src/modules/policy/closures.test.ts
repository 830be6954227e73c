import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { office, officeClosed } from '#rules/testing.ts';
import { daysClosedBy, isShort, mayClose, mayDecideClosure, stillToOpen } from './closures.ts';

const day = (date: string) => Temporal.PlainDate.from(date);
const days = (first: string, last = first) => ({ firstDay: day(first), lastDay: day(last) });
const today = day('2026-11-18');
const [ada, bram] = ['ada' as StaffId, 'bram' as StaffId];

describe('a landlord closes its office', () => {
  test('for days to come on which it works, at most a month of them at once', () => {
    assert.ok(mayClose(days('2026-11-18'), office, today).allowed, 'today, which is told as late');
    assert.ok(mayClose(days('2026-12-24', '2027-01-04'), office, today).allowed);
    assert.ok(!mayClose(days('2026-11-17', '2026-12-01'), office, today).allowed, 'a day of it is over');
    assert.ok(!mayClose(days('2026-11-24', '2026-11-23'), office, today).allowed);
    assert.ok(!mayClose(days('2026-12-01', '2027-01-01'), office, today).allowed, 'more than 31 days');
    assert.ok(!mayClose(days('2026-11-21', '2026-11-22'), office, today).allowed, 'a weekend');
    const closed = officeClosed('2026-11-01 09:00', '2026-12-24');
    assert.ok(!mayClose(days('2026-12-24'), closed, today).allowed, 'it is closed already');
  });

  test('weekends and bank holidays are no days that it closes', () => {
    const christmas = daysClosedBy(days('2026-12-24', '2026-12-29'), office);
    assert.deepEqual(christmas.map(String), ['2026-12-24', '2026-12-29']);
  });

  test('as somebody else than the proposer decides, for as long as none of its days is over', () => {
    const closure = { ...days('2026-11-20'), opens: null, proposedBy: ada, decision: null };
    const on = (date: string, by: StaffId, decision: 'approved' | 'declined' = 'approved') =>
      mayDecideClosure(closure, { by, decision, calendar: office, today: day(date) });
    assert.ok(on('2026-11-18', bram).allowed);
    assert.ok(!on('2026-11-18', ada).allowed);
    assert.ok(!on('2026-11-21', bram).allowed);
    assert.ok(on('2026-11-21', bram, 'declined').allowed);
  });

  test('and opens it again as far as its days are not over', () => {
    assert.deepEqual(stillToOpen(days('2026-11-16', '2026-11-20'), today), days('2026-11-18', '2026-11-20'));
    assert.equal(stillToOpen(days('2026-11-16', '2026-11-17'), today), null);
  });

  test('less than 14 days ahead is told as late; to open again never is', () => {
    const closure = { ...days('2026-12-01'), opens: null, proposedBy: ada, decision: null };
    assert.ok(isShort(closure, today));
    assert.ok(!isShort({ ...closure, ...days('2026-12-02') }, today));
    assert.ok(!isShort({ ...closure, opens: 'another' }, today));
  });
});
