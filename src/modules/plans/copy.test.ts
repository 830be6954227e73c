import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendar } from '#modules/cases/testing.ts';
import type { Agreement } from '#rules/agreement.ts';
import { runs } from '../../../tests/property.ts';
import { emptyPlan } from './changes.ts';
import type { ActionInPlan } from './content.ts';
import { type Agreed, copyLines, copyWays, mayGive } from './copy.ts';

const now = Temporal.Instant.from('2026-11-18T11:00:00Z');
const agreed: Agreed = {
  channel: 'phone',
  mayLeaveVoicemail: false,
  mayText: false,
  mayEmail: false,
  mayPost: true,
  mayVisit: false,
  meetingPlace: '',
  contactPerson: '',
  times: '',
  windows: [],
  never: [],
  interpreter: '',
  workerGender: '',
  agreedWithPerson: true,
  askedAt: Temporal.Instant.from('2026-11-17T11:00:00Z'),
  unsureSince: null,
  changedSince: null,
  doNot: '',
};
const open = (agreement: Agreed | null) =>
  copyWays.map(({ value }) => value).filter((way) => mayGive(way, agreement, now, calendar).allowed);

test('with nothing agreed a plan is read aloud or handed over, never sent', () => {
  assert.deepEqual(open(null), ['read_aloud', 'handed_over', 'none']);
});

test('post needs that post was agreed with the person, lately, and that nobody noticed since', () => {
  assert.ok(open(agreed).includes('posted'));
  const doubts: readonly Partial<Agreement>[] = [
    { mayPost: false },
    { agreedWithPerson: false },
    { askedAt: Temporal.Instant.from('2026-10-01T11:00:00Z') },
    { unsureSince: now },
    { changedSince: now },
  ];
  for (const doubt of doubts) assert.ok(!open({ ...agreed, ...doubt }).includes('posted'));
});

test('where paper was ruled out, none is left behind, and reading aloud stays open', () => {
  for (const doNot of ['Keep no paper', 'Nothing in writing', 'No copies at home', 'Never print anything'])
    assert.deepEqual(open({ ...agreed, doNot }), ['read_aloud', 'none'], doNot);
  assert.ok(open({ ...agreed, doNot: 'Never ring in the evening' }).includes('handed_over'));
});

test('whatever is agreed, a plan can be read aloud, or not be kept at all', () => {
  const agreement = fc.record(
    { mayPost: fc.boolean(), agreedWithPerson: fc.boolean(), doNot: fc.string() },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(agreement, (some) => {
      const ways = open({ ...agreed, ...some });
      assert.ok(ways.includes('read_aloud') && ways.includes('none'));
      assert.ok(some.mayPost || !ways.includes('posted'));
    }),
    runs(100),
  );
});

const action: ActionInPlan = {
  id: 'a',
  what: 'Tell the police',
  why: 'He threatens her',
  owner: 'colleague',
  by: 'Carys Webb',
  dueOn: '2026-11-20',
  safety: true,
  state: 'open',
  copyWords: '',
};

test('a copy carries their words and what is open, in neutral words where there are any, and never the reasons', () => {
  const words = { ...emptyPlan.words, ownWords: 'I want to see my sister' };
  const actions = [action, { ...action, id: 'b', copyWords: 'Ring the office' }];
  const done = { ...action, id: 'c', state: 'done' } as const;
  const lines = copyLines({ ...emptyPlan, words, actions: [...actions, done] });
  assert.deepEqual(
    lines.map(({ section, text, givesAway }) => [section, text, givesAway.length]),
    [
      ['want', 'I want to see my sister', 0],
      ['others', 'Tell the police (by Friday 20 November 2026)', 1],
      ['others', 'Ring the office (by Friday 20 November 2026)', 0],
    ],
  );
});
