import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situation } from '../testing.ts';
import { riskJudged } from './risk-judged.ts';
import { under } from './testing.ts';

const judged = situation(under(riskJudged(['A'])), 'risk-judged');

test('a proposed level is judged the same working day; out of hours, the next one', () => {
  assert.equal(judged.due('2026-07-01 10:00'), '2026-07-01 17:00');
  assert.equal(judged.due('2026-07-01 16:55'), '2026-07-01 17:00');
  assert.equal(judged.due('2026-07-03 19:00'), '2026-07-06 17:00', 'a Friday evening');
});

test('a named person’s judgement keeps it; a day that passes without one breaks it', () => {
  const proposed = '2026-07-01 10:00';
  assert.equal(judged.stands(proposed, '2026-07-01 18:00', ['risk.reviewed', '2026-07-01 15:00']), 'met');
  assert.equal(judged.stands(proposed, '2026-07-01 18:00'), 'breached');
  assert.equal(
    judged.stands(proposed, '2026-07-01 18:00', ['risk.assessment-finished', '2026-07-01 11:00']),
    'breached',
    'to ask the questions is not to judge the answers',
  );
});
