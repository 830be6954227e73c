import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvedAlone, mayApproveAlone } from './cost.ts';
import { mayBeWithThem, mayIssue, mayMove, type StockStepName, stockStateOf } from './stock.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const after = (...steps: StockStepName[]) => stockStateOf(steps.map((step) => ({ step, struck: false })));

test('what was added, came back or was found goes to nobody before somebody has checked it', () => {
  assert.equal(after('added'), 'to_check');
  assert.equal(after('added', 'checked'), 'in_stock');
  assert.equal(after('added', 'checked', 'issued', 'returned'), 'to_check');
  assert.equal(after('added', 'checked', 'issued', 'lost', 'found'), 'to_check');
  assert.equal(after('added', 'checked', 'faulty'), 'to_check');
  assert.equal(mayMove('to_check', 'issued').allowed, false);
});

test('a test while they have it leaves it with them, whether it works or not', () => {
  assert.equal(after('added', 'checked', 'issued', 'checked'), 'issued');
  assert.equal(after('added', 'checked', 'issued', 'faulty'), 'issued');
  assert.equal(after('added', 'checked', 'issued', 'lost', 'regained'), 'issued');
});

test('what was written down in error counts for nothing', () => {
  const steps = [
    { step: 'added', struck: false },
    { step: 'checked', struck: false },
    { step: 'retired', struck: true },
  ] as const;
  assert.equal(stockStateOf(steps), 'in_stock');
});

test('what is due for a test goes to nobody; on its day it still may', () => {
  assert.equal(mayIssue('in_stock', day('2026-07-01'), day('2026-07-01')).allowed, true);
  assert.equal(mayIssue('in_stock', day('2026-06-30'), day('2026-07-01')).allowed, false);
  assert.equal(mayIssue('issued', day('2026-07-30'), day('2026-07-01')).allowed, false);
});

test('only a no is a no: whatever else they say, or nobody asked, it may be with somebody whom they fear', () => {
  assert.deepEqual((['yes', 'maybe', 'no', 'not_known', 'not_asked'] as const).filter(mayBeWithThem), [
    'yes',
    'maybe',
    'not_known',
    'not_asked',
  ]);
});

const approved = (pence: number, on: string, costId: string | null = null, struck = false) => ({
  ...{ step: 'approved', struck, happenedOn: day(on), pence, costId },
});

test('what one person approves alone adds up in a case, so that one large order is not many small ones', () => {
  const offers = [
    { id: 'a', steps: [approved(6_000, '2026-07-01')] },
    { id: 'b', steps: [approved(5_000, '2026-06-02'), approved(7_000, '2026-06-20')] },
    { id: 'c', steps: [approved(50_000, '2026-06-20', 'by-two')] },
    { id: 'd', steps: [approved(9_000, '2026-05-01')] },
    { id: 'e', steps: [approved(9_000, '2026-07-01', null, true)] },
  ];
  assert.equal(approvedAlone(offers, { besides: 'none', today: day('2026-07-01') }), 13_000);
  assert.equal(approvedAlone(offers, { besides: 'a', today: day('2026-07-01') }), 7_000);
  assert.equal(mayApproveAlone(2_000, 13_000, 150).allowed, true);
  assert.equal(mayApproveAlone(2_001, 13_000, 150).allowed, false);
  assert.equal(
    mayApproveAlone(1, 0, 0).allowed,
    false,
    'a policy that says nothing lets nobody approve alone',
  );
});
