import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type ChangeRoute,
  type CheckItem,
  changeRoutes,
  changeSteps,
  checklist,
  itemAnswers,
  mayStep,
  needed,
  notSettled,
  type StepFacts,
  stepsAfter,
} from './tenancy-change.ts';

const all = Object.fromEntries(checklist.map(({ value }) => [value, 'yes'])) as Record<CheckItem, 'yes'>;
const facts: StepFacts = {
  ...{ route: 'notice_and_regrant', answered: all, last: null, step: 'agreed', security: null },
  isAnotherManager: true,
};
const may = (more: Partial<StepFacts>) => mayStep({ ...facts, ...more });
const because = (more: Partial<StepFacts>) => {
  const verdict = may(more);
  return verdict.allowed ? '' : verdict.reason;
};

describe('before somebody serves a notice of theirs', () => {
  test('all seven are settled, each with an answer of its own', () => {
    assert.equal(needed.notice_and_regrant.length, 7);
    assert.ok(may({}).allowed);
    for (const { value: item } of checklist)
      for (const answer of ['no', 'not_known', undefined] as const) {
        const { [item]: _, ...others } = all;
        const answered = answer === undefined ? others : { ...others, [item]: answer };
        assert.deepEqual(notSettled({ route: 'notice_and_regrant', answered }), [item]);
        assert.match(because({ answered }), /^Not settled yet/);
        assert.ok(!may({ answered, last: 'agreed', step: 'done' }).allowed, 'nor is it done');
      }
  });

  test('advice and a plan for what may follow are needed by every way', () => {
    for (const { value: route } of changeRoutes)
      for (const item of ['advice', 'retaliation'] as const)
        assert.ok(notSettled({ route, answered: {} }).includes(item), `${route} ${item}`);
  });

  test('where the other holds it alone, a new home and what happens if they stay are settled', () => {
    const route: ChangeRoute = 'landlord_new_tenancy';
    assert.deepEqual(notSettled({ route, answered: { ...all, home: 'not_known', possession: 'no' } }), [
      'home',
      'possession',
    ]);
  });
});

describe('what becomes of a change', () => {
  test('a manager who did not write it down decides it', () => {
    for (const step of ['agreed', 'refused'] as const)
      assert.match(because({ step, isAnotherManager: false }), /A manager decides/);
  });

  test('that they do not want it needs nobody’s leave, and nothing settled', () => {
    assert.ok(may({ step: 'not_wanted', answered: {}, isAnotherManager: false }).allowed);
    assert.ok(may({ last: 'agreed', step: 'not_wanted', answered: {}, isAnotherManager: false }).allowed);
  });

  test('less security is never one colleague’s to give', () => {
    const done = { last: 'agreed', step: 'done' } as const;
    assert.ok(may({ ...done, security: 'same', isAnotherManager: false }).allowed);
    assert.ok(!may({ ...done, security: 'less', isAnotherManager: false }).allowed);
    assert.ok(may({ ...done, security: 'less' }).allowed);
  });

  test('nothing is done that was not agreed to, and what is done can be undone', () => {
    assert.ok(!may({ step: 'done' }).allowed);
    for (const { value } of changeSteps) assert.ok(stepsAfter(value).length > 0, value);
    assert.deepEqual(stepsAfter('done'), ['undone']);
  });

  test('whatever is answered to one thing, only a yes settles it', () => {
    for (const { value } of itemAnswers)
      assert.equal(
        notSettled({ route: 'court_transfer', answered: { advice: value, retaliation: 'yes' } }).length,
        value === 'yes' ? 0 : 1,
      );
  });
});
