import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { office } from '#rules/testing.ts';
import { contactForm } from './contact-form.ts';
import { planForm } from './plan-form.ts';
import { typedWindows } from './windows-form.ts';

const zone = 'Europe/London';
const london = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const now = london('2026-07-01T16:00:30');

const facts = { calendar: office, firstKnown: now, now, agreedAt: () => null, ways: [], promised: false };

const contactAt = (local: string) =>
  parseForm(contactForm({ ...facts, firstKnown: london('2026-07-01T10:00:20'), agreed: false }), {
    channel: 'phone',
    outcome: 'no_answer',
    notes: '',
    ...momentFields('happened', london(local), zone),
  });

test('a contact lies between the moment when anybody first knew and now, to the minute', () => {
  assert.equal(contactAt('2026-07-01T10:00').ok, true);
  assert.equal(contactAt('2026-07-01T16:00').ok, true);
  const early = contactAt('2026-07-01T09:59');
  assert.ok(!early.ok);
  assert.match(early.errors.happened ?? '', /before anybody told us/);
  const late = contactAt('2026-07-01T16:01');
  assert.ok(!late.ok);
  assert.match(late.errors.happened ?? '', /once it has happened/);
});

test('whoever was reached is asked whether what was agreed is still right; nobody else can be', () => {
  const told = (outcome: string, stillRight: string, agreed = true) => {
    const channel = outcome === 'met_safely' ? 'in_person' : 'phone';
    const notes = 'She told of last night';
    const typed = {
      channel,
      outcome,
      whom: 'person',
      stillRight,
      notes,
      ...momentFields('happened', now, zone),
    };
    const parsed = parseForm(contactForm({ ...facts, agreed }), typed);
    return parsed.ok ? (parsed.value.stillRight ?? 'nothing') : Object.keys(parsed.errors);
  };
  assert.deepEqual(told('spoke_safely', ''), ['stillRight']);
  assert.equal(told('spoke_safely', 'same'), 'same');
  assert.equal(told('met_safely', 'not_safe_to_ask'), 'not_safe_to_ask');
  assert.equal(told('no_answer', ''), 'nothing');
  assert.equal(told('no_answer', 'same'), 'nothing', 'an attempt asked nobody');
  assert.equal(told('spoke_safely', '', false), 'nothing', 'nothing was agreed yet');
});

test('that somebody was reached is said in a sentence: one tick keeps no promise', () => {
  const said = (outcome: string, notes: string) => {
    const typed = { channel: 'phone', outcome, whom: outcome === 'no_answer' ? '' : 'person', notes };
    const parsed = parseForm(contactForm({ ...facts, agreed: false }), {
      ...typed,
      ...momentFields('happened', now, zone),
    });
    return parsed.ok ? [] : Object.keys(parsed.errors);
  };
  for (const notes of ['', 'x', 'ok ok', '...'])
    assert.deepEqual(said('spoke_safely', notes), ['notes'], notes);
  assert.deepEqual(said('spoke_safely', 'She is at her sister’s'), []);
  assert.deepEqual(said('no_answer', ''), [], 'an attempt keeps nothing');
});

test('a wrong date, a missing time and an empty form are told at their fields, all at once', () => {
  const wrong = {
    'happened-day': '31',
    'happened-month': '2',
    'happened-year': '2026',
    'happened-time': '10:00',
  };
  const parsed = parseForm(contactForm({ ...facts, agreed: false }), wrong);
  assert.ok(!parsed.ok);
  assert.deepEqual(parsed.errors, {
    channel: 'Say how you tried',
    happened: 'Enter a real date',
    outcome: 'Say what came of it',
  });
});

test('a plan says when somebody tries again, and that lies ahead', () => {
  const plan = { why: 'He is at home', plan: 'Wait for her call' };
  const ahead = { ...plan, ...momentFields('again', london('2026-07-02T10:00'), zone) };
  assert.equal(parseForm(planForm(office, now), ahead).ok, true);
  const past = { ...plan, ...momentFields('again', london('2026-07-01T10:00'), zone) };
  assert.equal(parseForm(planForm(office, now), past).ok, false);
  const fifth = { ...plan, ...momentFields('again', london('2026-07-08T18:30'), zone) };
  assert.equal(parseForm(planForm(office, now), fifth).ok, true, 'the fifth working day, in the evening too');
  const sixth = parseForm(planForm(office, now), {
    ...plan,
    ...momentFields('again', london('2026-07-09T09:00'), zone),
  });
  assert.ok(!sixth.ok);
  assert.match(sixth.errors.again ?? '', /no later than Wednesday 8 July 2026: 5 working days ahead at most/);
});

test('an hour that is there twice a day is asked about beside its field, never guessed', () => {
  const windows = (from: string, to: string) =>
    typedWindows({ 'safe1-days': ['1'], 'safe1-from': from, 'safe1-to': to }, 'safe');
  assert.deepEqual(windows('10', '14').problems, [
    {
      field: 'safe1-from',
      message: 'Say whether 10 is in the morning or in the evening: 10am or 10pm',
    },
  ]);
  assert.deepEqual(windows('10am', '14').windows, [{ days: [1], from: '10:00', to: '14:00' }]);
  assert.match(windows('10am', '2').problems[0]?.message ?? '', /2am or 2pm/);
});
