import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf } from './kinds.ts';
import {
  dayOfNextLook,
  isEarly,
  type LookAnswer,
  type LookStep,
  leavesItOwed,
  lookEvent,
  lookOwed,
} from './looks.ts';
import { mayFollow } from './offer.ts';

const [room, marker, lock] = [kindOf('sanctuary_room'), kindOf('emergency_marker'), kindOf('lock_change')];
const on = (day: string) => Temporal.PlainDate.from(day);

type Said = readonly [step: string, day: string, again?: string];

/** Steps as they are written down one after the other. */
function written(kind: typeof room, ...said: readonly Said[]): readonly LookStep[] {
  const steps: LookStep[] = [];
  for (const [step, day, again] of said) {
    const given = { step, happenedOn: on(day), dayOn: again ? on(again) : null };
    const dayOn = dayOfNextLook(kind, steps, given);
    steps.push({ ...given, id: `${steps.length}`, struck: false, dayOn });
  }
  return steps;
}

const dues = (kind: typeof room, ...said: readonly Said[]) =>
  lookOwed(kind, written(kind, ...said))?.dueOn.toString();

test('a sanctuary room is looked at three and six months after they confirmed it, and then each year', () => {
  assert.equal(dues(room, ['confirmed', '2026-11-18']), '2027-02-18');
  const first = ['look_works', '2027-02-16'] as const;
  assert.equal(dues(room, ['confirmed', '2026-11-18'], first), '2027-05-18');
  assert.equal(dues(room, ['confirmed', '2026-11-18'], first, ['look_changed', '2027-05-18']), '2028-05-18');
});

test('to come late moves no day, and to come too late for one leads to the next', () => {
  assert.equal(dues(room, ['confirmed', '2026-11-18'], ['look_works', '2027-04-12']), '2027-05-18');
  assert.equal(dues(room, ['confirmed', '2026-11-18'], ['look_works', '2027-05-02']), '2028-05-18');
  assert.equal(dues(marker, ['confirmed', '2026-11-18'], ['look_works', '2029-01-01']), '2029-02-18');
});

test('to look the day after keeps nothing: the look of its day stays owed', () => {
  const steps = written(marker, ['confirmed', '2026-11-18'], ['look_works', '2026-11-19']);
  assert.deepEqual(
    [lookOwed(marker, steps)?.id, lookOwed(marker, steps)?.dueOn.toString()],
    ['0', '2027-02-18'],
  );
  const owed = { dueOn: on('2027-02-18'), over: false };
  assert.equal(isEarly(owed, { happenedOn: on('2027-01-20') }), true);
  assert.equal(isEarly(owed, { happenedOn: on('2027-01-21') }), false);
  assert.equal(leavesItOwed(owed, { step: 'look_broken', happenedOn: on('2026-11-19') }), false);
});

test('only what is said close to its day keeps the look, whatever was said before it', () => {
  const called = (step: LookAnswer, day: string) =>
    lookEvent({ dueOn: on('2027-02-18') }, { step, happenedOn: on(day) });
  assert.equal(called('look_works', '2027-02-17'), 'support.looked-again');
  assert.equal(called('look_broken', '2027-02-17'), 'support.looked-again');
  // Handed on, and taken back the same day: it begins anew, and nothing was kept.
  assert.equal(called('look_works', '2026-11-19'), 'support.looked-early');
  assert.equal(called('look_broken', '2026-11-19'), 'support.look-let-go');
  assert.equal(called('look_gone', '2027-02-17'), 'support.look-let-go');
});

test('not to have reached somebody leaves it owed, as it was', () => {
  const steps = written(marker, ['confirmed', '2026-11-18'], ['look_not_reached', '2027-02-18']);
  assert.deepEqual([lookOwed(marker, steps)?.id, lookOwed(marker, steps)?.over], ['0', false]);
});

test('that they would rather not ends it, but for a day that they name; somebody else ends it too', () => {
  const rather = (again?: string) =>
    lookOwed(
      marker,
      written(marker, ['confirmed', '2026-11-18'], ['look_rather_not', '2027-02-18', again ?? '']),
    );
  assert.equal(rather()?.over, true);
  assert.deepEqual(
    [rather('2027-03-01')?.over, rather('2027-03-01')?.dueOn.toString()],
    [false, '2027-03-01'],
  );
  const handed = written(marker, ['confirmed', '2026-11-18'], ['look_handed_on', '2026-12-01']);
  assert.equal(lookOwed(marker, handed)?.over, true);
  const after = [...written(marker, ['confirmed', '2026-11-18'], ['look_handed_on', '2026-12-01'])];
  const dayOn = dayOfNextLook(marker, after, { step: 'look_works', happenedOn: on('2026-12-02') });
  assert.equal(dayOn?.toString(), '2027-02-18', 'they asked us again: it begins anew');
});

test('nothing is looked at again that nobody confirmed, that is gone, or that does not wear out', () => {
  assert.equal(lookOwed(marker, written(marker, ['delivered', '2026-11-18'])), null);
  assert.equal(
    lookOwed(marker, written(marker, ['confirmed', '2026-11-18'], ['look_gone', '2027-02-18'])),
    null,
  );
  assert.equal(lookOwed(lock, written(lock, ['confirmed', '2026-11-18'])), null);
  const struck = written(marker, ['confirmed', '2026-11-18']).map((step) => ({ ...step, struck: true }));
  assert.equal(lookOwed(marker, struck), null);
  assert.equal(mayFollow(lock, 'confirmed', 'look_works').allowed, false);
  assert.equal(mayFollow(room, 'unasked', 'look_works').allowed, false);
});

test('nobody calls finished what still hangs on the wall', () => {
  assert.equal(mayFollow(room, 'confirmed', 'ended', 'finished').allowed, false);
  assert.equal(mayFollow(room, 'confirmed', 'ended', 'not_wanted').allowed, true);
  assert.equal(mayFollow(lock, 'confirmed', 'ended', 'finished').allowed, true);
});
