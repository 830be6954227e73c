import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answers } from '#modules/support/pure.ts';
import { runs } from '../../../tests/property.ts';
import { applyChanges, changesBetween, emptyPlan } from './changes.ts';
import type { ActionInPlan, OptionInPlan, PlanContent } from './content.ts';
import { actionOwners, actionStates, wants } from './plan.ts';

const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true });
const text = fc.constantFrom('', 'Change the locks', 'Ring on Monday', 'To see my sister');
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const action: fc.Arbitrary<ActionInPlan> = record({
  id,
  what: text,
  why: text,
  owner: fc.constantFrom(...actionOwners),
  by: text,
  dueOn: fc.constantFrom('', '2026-11-20', '2026-12-01'),
  safety: fc.boolean(),
  state: fc.constantFrom(...actionStates),
  copyWords: text,
});
const option: fc.Arbitrary<OptionInPlan> = record({
  id,
  what: text,
  answer: fc.constantFrom(...answers.map((answer) => answer.value)),
});
const plan: fc.Arbitrary<PlanContent> = record({
  words: record({
    wants: fc.constantFrom('' as const, ...wants.map((want) => want.value)),
    ownWords: text,
    wishes: text,
    emergency: text,
  }),
  actions: fc.uniqueArray(action, { selector: (each) => each.id }),
  options: fc.uniqueArray(option, { selector: (each) => each.id }),
});

test('what changed, applied to the version before, is the version after, to the last word and in order', () => {
  fc.assert(
    fc.property(plan, plan, (before, after) => {
      assert.deepEqual(applyChanges(before, changesBetween(before, after)), after);
    }),
    runs(20_000),
  );
});

test('nothing changed where nothing changed, and it survives being stored', () => {
  fc.assert(
    fc.property(plan, (one) => {
      assert.deepEqual(changesBetween(one, one), []);
      assert.deepEqual(changesBetween(one, JSON.parse(JSON.stringify(one))), []);
    }),
    runs(100),
  );
});

const locks: ActionInPlan = {
  id: 'a',
  what: 'Change the locks',
  why: 'He has a key',
  owner: 'agency',
  by: 'Keyhole Ltd',
  dueOn: '2026-11-20',
  safety: true,
  state: 'open',
  copyWords: 'Front door',
};

test('an action that is moved to another day is the same action, with another day', () => {
  const before = { ...emptyPlan, actions: [locks] };
  const after = { ...emptyPlan, actions: [{ ...locks, dueOn: '2026-12-01' }] };
  assert.deepEqual(changesBetween(before, after), [
    { list: 'actions', kind: 'changed', from: locks, to: { ...locks, dueOn: '2026-12-01' } },
  ]);
});

test('a person who decides otherwise changes one line, and what they wanted before is beside it', () => {
  const before: PlanContent = { ...emptyPlan, words: { ...emptyPlan.words, wants: 'move' } };
  const after: PlanContent = { ...emptyPlan, words: { ...emptyPlan.words, wants: 'stay_together' } };
  assert.deepEqual(changesBetween(before, after), [
    { list: 'words', field: 'wants', from: 'move', to: 'stay_together' },
  ]);
});
