import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answered, Answers, Given } from '#modules/assessments/assessment.ts';
import { dash } from '#modules/assessments/instruments/dash.ts';
import { dashScotland } from '#modules/assessments/instruments/dash-scotland.ts';
import { severity } from '#modules/assessments/instruments/severity.ts';
import { changesBetween, comparable } from './change.ts';
import { type PromptFacts, promptsFor } from './prompts.ts';

const answered = (item: string, answer: Given, note = ''): Answered => ({ item, answer, note, source: '' });
const answers = (given: Readonly<Record<string, Given>>): Answers =>
  new Map(Object.entries(given).map(([item, answer]) => [item, answered(item, answer)]));
const between = (before: Answers, after: Answers) =>
  changesBetween({ instrument: dash, answers: before }, { instrument: dash, answers: after })
    .filter(({ kind }) => kind !== 'still_unanswered')
    .map(({ item, kind }) => [item.theme, kind]);

test('what changed since last time is told item by item, what is newly yes first', () => {
  const before = answers({ 1: 'yes', 6: 'no', 10: 'not_asked', 12: 'dont_know', 13: 'no', 20: 'yes' });
  const after = answers({ 1: 'no', 6: 'yes', 10: 'no', 12: 'yes', 13: 'no', 20: 'yes' });
  assert.deepEqual(between(before, after), [
    ['Separation', 'newly_yes'],
    ['Control, extreme jealousy', 'newly_yes'],
    ['Injury this time', 'no_longer_yes'],
    ['More often', 'newly_answered'],
  ]);
});

test('a yes that nobody repeats is told of: somebody may have become afraid to say it', () => {
  assert.deepEqual(between(answers({ 15: 'yes' }), answers({ 15: 'not_asked' })), [
    ['Strangulation, suffocation, drowning', 'no_longer_yes'],
  ]);
});

test('a note that says something else is a change though the answer is the same', () => {
  const before: Answers = new Map([['15', answered('15', 'yes', 'Once, in March')]]);
  const after: Answers = new Map([['15', answered('15', 'yes', 'Twice since')]]);
  assert.deepEqual(between(before, after), [['Strangulation, suffocation, drowning', 'note_changed']]);
  assert.deepEqual(between(before, before), []);
});

test('what nobody has answered either time stays on the list', () => {
  const changes = changesBetween(
    { instrument: dash, answers: new Map() },
    { instrument: dash, answers: new Map() },
  );
  assert.equal(changes.length, 24);
  assert.ok(changes.every(({ kind }) => kind === 'still_unanswered'));
});

test('a renumbered item is compared with what it was, and questions of another kind with nothing', () => {
  const later = {
    ...dash,
    sections: [
      {
        id: 'one',
        heading: 'One',
        items: [{ id: '30', theme: 'Separation', question: '?', scale: 'yes_no' }],
      },
    ],
  } as const;
  const changes = changesBetween(
    { instrument: dash, answers: answers({ 6: 'yes' }) },
    { instrument: later, answers: answers({ 30: 'yes' }) },
    new Map([['30', '6']]),
  );
  assert.deepEqual(changes, []);
  assert.ok(comparable(dash, dashScotland));
  assert.ok(!comparable(dash, severity));
});

test('no change is lost: whatever the answers, an item is left out only where it stayed known and the same', () => {
  const given = fc.constantFrom<Given>('yes', 'no', 'dont_know', 'not_asked');
  fc.assert(
    fc.property(given, given, (was, is) => {
      const kinds = changesBetween(
        { instrument: dash, answers: answers({ 1: was }) },
        { instrument: dash, answers: answers({ 1: is }) },
      ).filter(({ item }) => item.id === '1');
      const stayed = was === is && (is === 'yes' || is === 'no');
      assert.equal(kinds.length, stayed ? 0 : 1);
      if (is === 'yes' && was !== 'yes') assert.equal(kinds[0]?.kind, 'newly_yes');
    }),
  );
});

const quiet: PromptFacts = {
  instrument: 'dash',
  answers: new Map(),
  changes: [],
  level: 'standard',
  ownView: null,
  dates: [],
};
const prompts = (facts: Partial<PromptFacts>) => promptsFor({ ...quiet, ...facts }).map(({ id }) => id);

test('prompts follow from what was found, each with its reason', () => {
  assert.deepEqual(prompts({}), []);
  assert.deepEqual(prompts({ answers: answers({ 15: 'yes' }) }), ['strangulation']);
  assert.deepEqual(prompts({ answers: answers({ 10: 'yes' }) }), [], 'more often alone is no escalation');
  assert.deepEqual(prompts({ answers: answers({ 10: 'yes', 11: 'yes' }) }), ['escalation']);
  assert.deepEqual(prompts({ answers: answers({ 6: 'yes', 12: 'yes', 16: 'yes' }) }), [
    'cluster',
    'separation',
  ]);
  assert.deepEqual(prompts({ answers: answers({ 8: 'yes', 17: 'yes' }) }), ['following', 'others']);
  assert.deepEqual(prompts({ instrument: 'honour-based', answers: answers({ 1: 'yes' }) }), ['honour-based']);
  assert.deepEqual(prompts({ instrument: 'stalking', answers: answers({ 15: 'yes' }) }), ['stalking']);
  for (const { says, because } of promptsFor({ ...quiet, answers: answers({ 15: 'yes', 22: 'yes' }) }))
    assert.ok(says.endsWith('.') && because.endsWith('.'));
});

test('what is new since last time comes first', () => {
  const [before, after] = [answers({ 15: 'yes' }), answers({ 15: 'yes', 9: 'yes' })];
  const changes = changesBetween({ instrument: dash, answers: before }, { instrument: dash, answers: after });
  const found = promptsFor({ ...quiet, answers: after, changes });
  assert.deepEqual(
    found.map(({ id, fresh }) => [id, fresh]),
    [
      ['pregnancy', true],
      ['strangulation', false],
    ],
  );
});

test('their own view, where it is higher than ours, is a reason to ask; a day that is near is a reason to plan', () => {
  assert.deepEqual(prompts({ ownView: 'high' }), ['own-view']);
  assert.deepEqual(prompts({ ownView: 'high', level: 'high' }), []);
  const dates = [
    { kind: 'release', daysLeft: 3 },
    { kind: 'hearing', daysLeft: 60 },
  ] as const;
  assert.deepEqual(
    promptsFor({ ...quiet, dates }).map(({ because }) => because),
    ['Release from custody in 3 days.'],
  );
});
