import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { daysToMove, isOver, refusals, standing, stateOf } from './course.ts';
import { answers, counts, type StepKind } from './kinds.ts';

const written = (...steps: readonly StepKind[]) => steps.map((step) => ({ step }));
const on = (step: StepKind, day: string) => ({ step, dayOn: Temporal.PlainDate.from(day) });

describe('a move, from the wish on', () => {
  test('is wished for until something is done', () => {
    assert.equal(stateOf([]), 'wished');
    assert.equal(stateOf(written('next')), 'wished');
  });

  test('goes on where it was not taken on', () => {
    assert.equal(stateOf(written('applied', 'not_taken_on')), 'not_taken_on');
    assert.equal(isOver('not_taken_on'), false);
  });

  test('not to want it any more ends it, as their decision', () => {
    assert.equal(stateOf(written('applied', 'not_wanted')), 'not_wanted');
    assert.equal(isOver('not_wanted'), true);
  });

  test('what was written down in error falls away, and nothing else', () => {
    assert.equal(stateOf(written('applied', 'moved', 'corrected')), 'applied');
    assert.deepEqual(standing(written('corrected', 'applied')), written('applied'));
  });

  test('its days are counted from the wish, not from when it was written down', () => {
    const wished = Temporal.PlainDate.from('2026-10-01');
    assert.equal(daysToMove(wished, [on('applied', '2026-10-05'), on('moved', '2026-11-02')]), 32);
    assert.equal(daysToMove(wished, [on('moved', '2026-11-02'), on('corrected', '2026-11-03')]), null);
  });
});

describe('a refusal for safety', () => {
  test('never counts, and one of which nobody knows why does not either', () => {
    assert.deepEqual(
      answers.filter(({ value }) => counts(value)).map(({ value }) => value),
      ['refused_other'],
    );
    const said = refusals([
      'refused_safety',
      'refused_safety',
      'refused_safety',
      'not_said',
      null,
      'accepted',
    ]);
    assert.deepEqual(said, { counted: 0, forSafety: 3, notSaid: 1 });
  });
});
