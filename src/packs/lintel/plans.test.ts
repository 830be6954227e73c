import assert from 'node:assert/strict';
import { test } from 'node:test';
import { livv2024 } from '../livv-2024/pack.ts';
import { commitmentsUnder, situation } from '../testing.ts';
import { vivid2023 } from '../vivid-2023/pack.ts';

const packs = [
  [vivid2023, 'V4.1c', 'V3.4'],
  [livv2024, 'L2.1d', 'L2.7i'],
] as const;

for (const [pack, plan, decisions] of packs) {
  test(`under ${pack.id} a plan follows an assessment within five working days, and nobody is pressed`, () => {
    const agreed = situation(pack, 'plan-agreed');
    assert.ok(commitmentsUnder(pack, plan).includes('plan-agreed'));
    assert.equal(agreed.due('2026-07-01 11:00'), '2026-07-08 17:00');
    const after = (...happened: readonly (readonly [string, string])[]) =>
      agreed.stands('2026-07-01 11:00', '2026-07-09 09:00', ...(happened as never[]));
    assert.equal(after(['plan.agreed', '2026-07-07 12:00']), 'met');
    assert.equal(after(['plan.not-yet-agreed', '2026-07-07 12:00']), 'met_by_plan', 'they want time');
    assert.equal(after(['plan.not-safe-to-agree', '2026-07-07 12:00']), 'met_by_plan');
    assert.equal(after(), 'breached');
  });

  test(`under ${pack.id} the plan is looked at again after a change`, () => {
    const changed = situation(pack, 'plan-after-change');
    assert.equal(changed.due('2026-07-03 16:00'), '2026-07-10 17:00');
    assert.equal(
      changed.stands('2026-07-03 16:00', '2026-07-13 09:00', ['plan.reviewed', '2026-07-09 12:00']),
      'met',
    );
  });

  test(`under ${pack.id} decisions stand under the clause that promises to respect them`, () => {
    assert.ok(commitmentsUnder(pack, decisions).includes('decisions-respected'));
  });
}
