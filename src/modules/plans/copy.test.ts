import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendar } from '#modules/cases/testing.ts';
import type { PaperAgreement } from '#rules/own-paper.ts';
import { phoneAgreed } from '#rules/testing.ts';
import { emptyPlan } from './changes.ts';
import type { ActionInPlan } from './content.ts';
import { chosenAtFirst, copyLines, copyWays, mayGive } from './copy.ts';

const now = Temporal.Instant.from('2026-11-18T11:00:00Z');
const agreed: PaperAgreement = {
  ...phoneAgreed,
  askedAt: Temporal.Instant.from('2026-11-17T11:00:00Z'),
  meetingPlace: 'The library',
  doNot: '',
};
const alone = { household: { tenants: 0, others: null, children: false, feared: [] }, home: '' } as const;
const open = (agreement: PaperAgreement | null) =>
  copyWays
    .map(({ value }) => value)
    .filter((way) => mayGive(way, { agreement, ...alone }, now, calendar).allowed);

test('with nothing agreed a plan is read aloud, and no paper of it is given', () => {
  assert.deepEqual(open(null), ['read_aloud', 'none']);
});

test('a paper needs a safe place or post that was agreed; reading aloud stays open', () => {
  assert.deepEqual(open(agreed), ['read_aloud', 'handed_over', 'none']);
  assert.deepEqual(open({ ...agreed, meetingPlace: '', mayPost: true }), ['read_aloud', 'posted', 'none']);
  assert.deepEqual(open({ ...agreed, unsureSince: now }), ['read_aloud', 'none']);
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

test('a copy carries what they said to what was offered, and says of each line what it would tell', () => {
  const options = [
    { id: 'a', what: 'Advice on money and benefits', answer: 'taken' },
    { id: 'b', what: 'A safe phone', answer: 'thinking' },
    { id: 'c', what: 'Counselling', answer: 'declined' },
    { id: 'd', what: 'A move to another home', answer: 'not_asked' },
  ] as const;
  assert.deepEqual(
    copyLines({ ...emptyPlan, options }).map(({ key, section, text, givesAway }) => [
      ...[key, section, text],
      givesAway,
    ]),
    [
      ['said-a', 'offered', 'Advice on money and benefits: yes', []],
      ['said-b', 'offered', 'A safe phone: later, or I am thinking about it', ['safe']],
      ['said-c', 'offered', 'Counselling: not for me', ['Counselling']],
    ],
  );
});

test('what they said to offers stands on a paper only where somebody chose the line', () => {
  const words = { ...emptyPlan.words, ownWords: 'I want to see my sister' };
  const options = [{ id: 'a', what: 'Advice on money and benefits', answer: 'taken' }] as const;
  assert.deepEqual(chosenAtFirst(copyLines({ ...emptyPlan, words, options })), ['want']);
});
