import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvedBy, type Change, changeInForce, textAt, toCome, waitingOf } from './standing.ts';

const at = (text: string) => Temporal.Instant.from(`${text}:00Z`);
const change = (id: string, begins: string, decided: string | null, decision = 'approved'): Change => ({
  id,
  packId: id,
  packVersion: '1',
  beginsAt: at(begins),
  decision: decided === null ? null : decision,
  decidedAt: decided === null ? null : at(decided),
});
const first = { id: 'first', version: '7' };

const spring = change('spring', '2027-04-01T00:00', '2026-11-18T10:00');
const january = change('january', '2027-01-01T00:00', '2026-11-19T10:00');
const instead = change('instead', '2027-01-01T00:00', '2026-11-20T10:00');
const no = change('no', '2027-01-01T00:00', '2026-11-21T10:00', 'declined');
const waits = change('waits', '2027-06-01T00:00', null);
const all = [waits, no, instead, january, spring];
const late = at('2026-12-01T10:00');

test('what was approved holds from its day on; of two from one day the last decided', () => {
  const approved = approvedBy(all, late);
  assert.deepEqual(
    approved.map(({ id }) => id),
    ['january', 'instead', 'spring'],
  );
  assert.equal(changeInForce(approved, at('2026-12-31T23:59')), null);
  assert.equal(changeInForce(approved, at('2027-01-01T00:00'))?.id, 'instead');
  assert.equal(changeInForce(approved, at('2027-05-01T00:00'))?.id, 'spring');
  assert.equal(waitingOf(all)?.id, 'waits');
  assert.deepEqual(toCome(all, at('2027-02-01T00:00')), [spring]);
});

test('what a change is compared with is what had been decided when it was', () => {
  const begins = { at: at('2027-01-01T00:00') };
  assert.deepEqual(textAt(all, first, { ...begins, asDecidedBy: at('2026-11-19T09:00') }), {
    packId: 'first',
    version: '7',
  });
  assert.equal(textAt(all, first, { ...begins, asDecidedBy: at('2026-11-19T10:00') }).packId, 'january');
  assert.equal(textAt(all, first, { ...begins, asDecidedBy: late }).packId, 'instead');
});
