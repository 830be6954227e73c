import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf } from '#packs/bank-holidays/bank-holidays.ts';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import {
  askedOn,
  contactBefore,
  isBefore,
  neverAsked,
  shownTogether,
  toTalkAbout,
  whyNots,
} from './asking.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('it is asked in time until the day of the move is over', () => {
  assert.equal(askedOn(day('2026-12-04'), day('2026-12-04')), 'asked');
  assert.equal(askedOn(day('2026-12-05'), day('2026-12-04')), 'asked_late');
});

test('it is handed on in time before that day, and not on it', () => {
  assert.equal(isBefore(day('2026-12-03'), day('2026-12-04')), true);
  assert.equal(isBefore(day('2026-12-04'), day('2026-12-04')), false);
});

test('contact is due on the last working day before the move; where none is left, it counts as any other', () => {
  const calendar = calendarOf(vivid2023.calendar);
  const due = (moves: string, at: string) =>
    contactBefore(day(moves), Temporal.Instant.from(`${at}Z`), calendar)?.toString();
  assert.equal(due('2026-12-04', '2026-11-30T10:00'), '2026-12-03');
  assert.equal(due('2026-12-07', '2026-11-30T10:00'), '2026-12-04', 'the Friday before a Monday');
  assert.equal(due('2026-12-29', '2026-12-21T10:00'), '2026-12-24', 'before Christmas, and not after it');
  assert.equal(due('2026-12-04', '2026-12-03T16:00'), '2026-12-03');
  assert.equal(due('2026-12-04', '2026-12-03T17:30'), undefined, 'after hours on the day before');
  assert.equal(due('2026-12-07', '2026-12-05T10:00'), undefined, 'on the Saturday before');
});

test('only what was unsafe for them is not safe to ask: blank, and what is ours to arrange, is not asked', () => {
  const safe = whyNots.filter(({ value }) => neverAsked(value) === 'not_safe_to_ask');
  assert.deepEqual(
    safe.map(({ value }) => value),
    ['not_alone', 'not_well'],
  );
  assert.equal(neverAsked(null), 'not_asked');
});

test('numbers of a month are shown together or not at all, so that none is found by subtraction', () => {
  assert.equal(shownTogether([0, 12, 5]), true);
  assert.equal(shownTogether([1, 12, 5]), false);
  assert.equal(shownTogether([0, 0, 4]), false);
  assert.equal(shownTogether([9, 0, 0]), false, 'what all of them said is what each of them said');
  assert.equal(shownTogether([0, 0, 0]), false);
});

test('whoever never asks, says that it is never safe, or never hears a yes is seen; of few lettings nothing', () => {
  const none = { asked: 0, notAsked: 0, notSafe: 0, fellThrough: 0, answered: 0, yes: 0 };
  assert.deepEqual(toTalkAbout({ ...none, notAsked: 4 }), []);
  assert.deepEqual(toTalkAbout({ ...none, notAsked: 5 }), ['Never asked']);
  assert.deepEqual(toTalkAbout({ ...none, asked: 3, notAsked: 3 }), ['Half or more not asked']);
  assert.deepEqual(toTalkAbout({ ...none, asked: 3, notSafe: 3 }), ['Half or more “not safe to ask”']);
  assert.deepEqual(toTalkAbout({ ...none, asked: 1, fellThrough: 3 }), [], 'of four nothing is said');
  assert.deepEqual(toTalkAbout({ ...none, asked: 2, fellThrough: 3 }), ['Half or more fell through']);
  assert.deepEqual(toTalkAbout({ ...none, asked: 19, answered: 19 }), []);
  assert.equal(toTalkAbout({ ...none, asked: 20, answered: 20 }).length, 1);
  assert.deepEqual(toTalkAbout({ ...none, asked: 20, answered: 20, yes: 1 }), []);
});
