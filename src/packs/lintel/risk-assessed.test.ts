import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf, situation } from '../testing.ts';
import { riskAssessed } from './risk-assessed.ts';
import { under } from './testing.ts';

const pack = under(riskAssessed(['A']));

const assessed = situation(pack, 'risk-assessed');

test('the risk is assessed by the close of the second working day after the first contact', () => {
  assert.equal(assessed.due('2026-07-01 11:00'), '2026-07-03 17:00');
  assert.equal(assessed.due('2026-07-03 16:00'), '2026-07-07 17:00', 'a weekend is passed over');
});

test('a whole assessment keeps it, whoever made it, and one that became unsafe does not', () => {
  const stands = (event: Parameters<typeof assessed.stands>[2][0]) =>
    assessed.stands('2026-07-01 11:00', '2026-07-06 09:00', [event, '2026-07-02 12:00']);
  assert.equal(stands('risk.assessment-finished'), 'met');
  assert.equal(stands('risk.stopped-at-their-wish'), 'met_by_plan', 'counted apart, never as broken');
  assert.equal(stands('risk.received'), 'met');
  assert.equal(stands('risk.assessment-stopped'), 'breached');
});

test('what was assessed before the contact was written down counts: once is enough', () => {
  assert.equal(clockOf(pack, 'risk-assessed').evenBefore, true);
});

test('whoever stopped and came back to it in time has been assessed', () => {
  const stands = assessed.stands(
    '2026-07-01 11:00',
    '2026-07-06 09:00',
    ['risk.stopped-at-their-wish', '2026-07-01 12:00'],
    ['risk.assessment-finished', '2026-07-03 12:00'],
  );
  assert.equal(stands, 'met');
});

test('a day on which they agreed to be asked again is kept by asking, whatever they answer', () => {
  const again = situation(pack, 'risk-asked-again');
  assert.deepEqual(clockOf(pack, 'risk-asked-again').due, { agreed: true });
  const stands = (event: Parameters<typeof again.stands>[2][0]) =>
    again.stands('2026-07-01 11:00', '2026-07-06 09:00', [event, '2026-07-01 12:00']);
  assert.equal(stands('risk.assessment-finished'), 'met');
  assert.equal(stands('risk.stopped-at-their-wish'), 'met');
  assert.equal(stands('contact.made'), 'breached', 'a call about the locks did not ask');
});

test('the board says whose days they are', () => {
  const { definition } = pack.commitments.find(({ id }) => id === 'risk-assessed') ?? {};
  assert.match(definition ?? '', /names no time; the days are Lintel’s/);
  assert.match(definition ?? '', /wished to stop[^.]*counts apart, never as kept and never as broken/);
});
