import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placingForm, reviewForm, wordingForm } from './forms.ts';
import { problemWith } from './lint.ts';
import { approvedTexts, isDue, isShown, seenBy } from './markers.ts';

const today = Temporal.PlainDate.from('2026-11-18');
const day = (date: string) => Temporal.PlainDate.from(date);

test('what Lintel brings could stand there for a dog as well', () => {
  for (const text of approvedTexts) assert.equal(problemWith(text), null, text);
});

test('a wording that could say why is turned away', () => {
  for (const text of [
    'DA: call first',
    'domestic incident, two people attend',
    'Violent man at this address',
    'Victim lives here',
    'Do not speak to her husband',
    'Police marker',
    'High risk tenant',
    'Ask for Zelda’s daughter',
    'Marac case',
    'Safeguarding: two people attend',
    'He may be dangerous',
    'Ex-partner must not be told',
    'Ring 07700900123 first',
    'Write to somebody@example.test',
  ])
    assert.notEqual(problemWith(text), null, text);
});

test('a wording about the door is admitted', () => {
  for (const text of [
    'Use the side gate',
    'Park on the road',
    'Knock loudly, then wait',
    'Dayroom entrance only',
  ])
    assert.equal(problemWith(text), null, text);
  assert.equal(wordingForm.safeParse({ text: ' Use the side gate ' }).success, true);
  assert.equal(wordingForm.safeParse({ text: 'Her son opens' }).success, false);
});

test('a marker is there until the end of its day, and not once it has ended', () => {
  const marker = { reviewOn: today, endedAt: null };
  assert.equal(isShown(marker, today), true);
  assert.equal(isShown(marker, day('2026-11-19')), false);
  assert.equal(isShown({ ...marker, endedAt: Temporal.Instant.from('2026-11-18T09:00:00Z') }, today), false);
});

test('two weeks before its day it is to be looked at', () => {
  const marker = { reviewOn: day('2026-12-02'), endedAt: null };
  assert.equal(isDue(marker, day('2026-11-17')), false);
  assert.equal(isDue(marker, today), true);
  assert.equal(isDue(marker, day('2027-02-01')), true);
});

test('a contractor sees what is for repairs and for whoever visits alone; an administrator sees none', () => {
  assert.deepEqual(seenBy(['contractor']), ['repairs', 'lone_workers']);
  assert.deepEqual(seenBy(['administrator']), []);
  assert.equal(seenBy(['colleague']).length, 5);
  assert.equal(seenBy(['contractor', 'da_worker']).length, 5);
});

test('nobody places one without an approved wording, an audience, a day within a year, and why', () => {
  const form = placingForm(['Two people attend'], today);
  const complete = {
    text: 'Two people attend',
    audiences: ['repairs'],
    'reviewOn-day': '18',
    'reviewOn-month': '2',
    'reviewOn-year': '2027',
    why: 'Her brother asked for it',
  };
  const wrong = (change: object) =>
    form.safeParse({ ...complete, ...change }).error?.issues.map(({ path }) => String(path[0])) ?? [];
  assert.deepEqual(wrong({}), []);
  assert.deepEqual(wrong({ text: 'Two people attend, he is violent' }), ['text']);
  assert.deepEqual(wrong({ audiences: [] }), ['audiences']);
  assert.deepEqual(wrong({ why: ' ' }), ['why']);
  assert.deepEqual(wrong({ 'reviewOn-year': '' }), ['reviewOn']);
  assert.deepEqual(wrong({ 'reviewOn-year': '2028' }), ['reviewOn']);
  assert.deepEqual(wrong({ 'reviewOn-year': '2026' }), ['reviewOn']);
});

test('what stays needs another day; what ends needs none', () => {
  const form = reviewForm(today);
  assert.equal(form.safeParse({ _version: '1', decision: 'ended', reason: 'Moved out' }).success, true);
  const kept = form.safeParse({ _version: '1', decision: 'kept', reason: 'Still needed' });
  assert.deepEqual(
    kept.error?.issues.map(({ path }) => path[0]),
    ['reviewOn'],
  );
});
