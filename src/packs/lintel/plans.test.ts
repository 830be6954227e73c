import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitmentsUnder, situation } from '../testing.ts';
import { decided, planned } from './plans.ts';
import { under } from './testing.ts';

const pack = under([...planned(['A']), ...decided(['B'], 'People')]);

test('a plan follows an assessment within five working days, and nobody is pressed', () => {
  const agreed = situation(pack, 'plan-agreed');
  assert.ok(commitmentsUnder(pack, 'A').includes('plan-agreed'));
  assert.equal(agreed.due('2026-07-01 11:00'), '2026-07-08 17:00');
  const after = (...happened: readonly (readonly [string, string])[]) =>
    agreed.stands('2026-07-01 11:00', '2026-07-09 09:00', ...(happened as never[]));
  assert.equal(after(['plan.agreed', '2026-07-07 12:00']), 'met');
  assert.equal(after(['plan.not-yet-agreed', '2026-07-07 12:00']), 'met_by_plan', 'they want time');
  assert.equal(after(['plan.not-safe-to-agree', '2026-07-07 12:00']), 'met_by_plan');
  assert.equal(after(), 'breached');
});

test('the plan is looked at again after a change', () => {
  const changed = situation(pack, 'plan-after-change');
  assert.equal(changed.due('2026-07-03 16:00'), '2026-07-10 17:00');
  assert.equal(
    changed.stands('2026-07-03 16:00', '2026-07-13 09:00', ['plan.reviewed', '2026-07-09 12:00']),
    'met',
  );
});

test('decisions stand under the clause that promises to respect them', () => {
  assert.ok(commitmentsUnder(pack, 'B').includes('decisions-respected'));
});
