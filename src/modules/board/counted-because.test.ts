import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endings } from '#modules/breathing-space/endings.ts';
import { allSources } from '#modules/counter-allegations/words.ts';
import { moveKinds } from '#modules/moves/kinds.ts';
import { securities } from '#modules/moves/security.ts';
import { droppings, outcomes } from '#modules/perpetrators/outcomes.ts';
import { problems } from '#modules/security/link.ts';
import { answers } from '#rules/may-go-ahead.ts';
import { moveAnswers } from '#rules/move-check.ts';
import { viewAnswers } from '#rules/their-view.ts';
import { conclusions } from '#rules/who-harms-whom.ts';
import { valuesOf } from '#rules/words.ts';
import { countedBecause } from './counted-because.ts';

test('every ending of breathing space is told apart in words, and what ended within a week by itself', () => {
  for (const { value } of endings.filter((each) => each.value !== 'declined')) {
    assert.doesNotMatch(countedBecause(value), /Something else/, value);
    assert.match(countedBecause(`${value}_within_a_week`), /within a week of being given$/);
  }
});

test('lengths are told apart in months', () => {
  assert.deepEqual(['months_1', 'months_3'].map(countedBecause), ['1 month', '3 months']);
});

test('on which way they would move, and how secure what was offered is, are told apart in words', () => {
  const all = [
    ...moveKinds.map(({ value }) => `wish_${value}`),
    ...securities.map((value) => `offer_${value}`),
    ...moveAnswers.map((value) => `move_check_${value}`),
  ];
  for (const why of all) assert.doesNotMatch(countedBecause(why), /Something else/, why);
});

test('by which way a change of a tenancy came, and how it was answered, is told apart in words', () => {
  for (const why of ['hand', 'import', 'api', 'change_agreed', 'change_undone', ...valuesOf(answers)])
    assert.doesNotMatch(countedBecause(why), /Something else/, why);
});

test('who says that it is the other way round, and what was judged, is told apart in words', () => {
  const all = [
    ...allSources.map(({ value }) => `said_${value}`),
    ...conclusions.map(({ value }) => `judged_${value}`),
  ];
  for (const why of all) assert.doesNotMatch(countedBecause(why), /Something else/, why);
});

test('what they say to action, why it is not done and what came of it are told apart in words', () => {
  const all = [
    ...viewAnswers.map(({ value }) => `view_${value}`),
    ...droppings.map(({ value }) => `dropped_${value}`),
    ...outcomes.map(({ value }) => `outcome_${value}`),
    ...['danger', 'fears', 'answers_raise', 'specialist_raises'].map((by) => `stopped_${by}`),
  ];
  for (const why of all) assert.doesNotMatch(countedBecause(why), /Something else/, why);
});

test('what stopped a contractor is told apart in words', () => {
  for (const why of [...valuesOf(problems), 'cannot', 'shut'])
    assert.doesNotMatch(countedBecause(`work_${why}`), /Something else/, why);
});
