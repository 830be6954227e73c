import assert from 'node:assert/strict';
import { test } from 'node:test';
import { livv2024 } from './livv-2024/pack.ts';
import { clockOf, situation } from './testing.ts';
import { vivid2023 } from './vivid-2023/pack.ts';

for (const pack of [vivid2023, livv2024]) {
  const assessed = situation(pack, 'risk-assessed');

  test(`under ${pack.id} the risk is assessed by the close of the second working day after the first contact`, () => {
    assert.equal(assessed.due('2026-07-01 11:00'), '2026-07-03 17:00');
    assert.equal(assessed.due('2026-07-03 16:00'), '2026-07-07 17:00', 'a weekend is passed over');
  });

  test(`under ${pack.id} an assessment keeps it, whoever made it, and one that became unsafe does not`, () => {
    const stands = (event: Parameters<typeof assessed.stands>[2][0]) =>
      assessed.stands('2026-07-01 11:00', '2026-07-06 09:00', [event, '2026-07-02 12:00']);
    assert.equal(stands('risk.assessed'), 'met');
    assert.equal(stands('risk.received'), 'met');
    assert.equal(stands('risk.assessment-stopped'), 'breached');
  });

  test(`under ${pack.id} what was assessed before the contact was written down counts: once is enough`, () => {
    assert.equal(clockOf(pack, 'risk-assessed').evenBefore, true);
  });

  test(`under ${pack.id} the board says whose days they are`, () => {
    const { definition } = pack.commitments.find(({ id }) => id === 'risk-assessed') ?? {};
    assert.match(definition ?? '', /names no time; the 2 days are Lintel’s/);
    assert.deepEqual(clockOf(pack, 'risk-assessed').byPlan, []);
  });
}
