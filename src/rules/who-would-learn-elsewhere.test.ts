import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Words } from './pack.ts';
import { type Learner, whoWouldLearn } from './who-would-learn.ts';

const words: Words = {
  ...{ person: 'survivor', people: 'survivors', customer: 'customer', customers: 'customers' },
  ...{ perpetrator: 'perpetrator', team: 'the team' },
};
const of = (learners: readonly Learner[], who: RegExp) => learners.filter((each) => who.test(each.who));
const says = (learners: readonly Learner[], who: RegExp) =>
  of(learners, who)
    .map(({ how, why }) => `${how}: ${why}`)
    .join(' ');

test('elsewhere it is whoever reads it there, and whoever may ask for what is held about them', () => {
  const elsewhere = (to: 'team' | 'agency' | 'court' | 'contractor') =>
    whoWouldLearn({ by: ['print'], to }, words)
      .map(({ who }) => who)
      .join('; ');
  assert.match(
    elsewhere('court'),
    /^Alleged [a-z]+ and their solicitor; .*whom it names; .*The printer; A colleague/,
  );
  assert.match(elsewhere('agency'), /^Alleged .*whom it names; Whoever works with it there/);
  assert.match(elsewhere('team'), /^Whoever can open the place where it is kept/);
  assert.match(elsewhere('contractor'), /^The contractor/);
});

test('at a printer, a colleague who is kept from the case is on record, or nobody knows', () => {
  for (const to of ['team', 'agency', 'court'] as const) {
    const printed = (conflicts?: boolean) =>
      says(whoWouldLearn({ by: ['print'], to, conflicts }, words), /^A colleague/);
    assert.match(printed(true), /^could: A conflict is on record/);
    assert.match(printed(false), /^not_known: .*not to say that nobody/);
    assert.match(printed(), /^not_known/);
    assert.equal(of(whoWouldLearn({ by: ['download'], to }, words), /^A colleague/).length, 0);
  }
});

test('an inbox of several at an agency or a solicitor is read off what was written, else nobody knows', () => {
  const inbox = (at: string) => says(whoWouldLearn({ by: ['download'], to: 'agency', at }, words), /inbox/);
  for (const shared of [
    'MASH, duty@council.example',
    'info@refuge.example',
    'The duty desk',
    'referrals inbox',
  ])
    assert.match(inbox(shared), /^could/, shared);
  for (const one of ['', 'The refuge', 'anna.keel@police.example', 'Nia Moss, Idva'])
    assert.match(inbox(one), /^not_known/, one);
  assert.match(says(whoWouldLearn({ by: ['print'], to: 'court' }, words), /post there/), /^not_known/);
});

test('of a referral of a child, parents and carers usually hear, whoever is feared among them', () => {
  const [first] = whoWouldLearn({ by: ['email'], to: 'safeguarding' }, words);
  assert.match(first?.who ?? '', /^Alleged .* parents or carers/);
  assert.equal(first?.feared, true);
});

test('a calendar of one’s own tells when, to whoever runs it', () => {
  const learners = whoWouldLearn({ by: ['calendar'], to: 'own_calendar' }, words);
  assert.match(says(learners, /runs the calendar/), /^would/);
  assert.match(says(learners, /link/), /^could/);
});

test('each landlord calls whoever is feared by its own word', () => {
  const own = { ...words, perpetrator: 'person causing harm' };
  assert.equal(
    whoWouldLearn({ by: [], to: 'court' }, own)[0]?.who,
    'Alleged person causing harm and their solicitor',
  );
});
