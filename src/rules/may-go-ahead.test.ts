import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  advices,
  type Found,
  freeWills,
  type GoesAheadFacts,
  homes,
  mayGoAhead,
  servedBys,
  whyNotAhead,
} from './may-go-ahead.ts';
import { noticeDay, tenancyEvents } from './tenancy-events.ts';

const found: Found = { servedBy: 'them', freeWill: 'free', advice: 'had', home: 'decided' };
const facts: GoesAheadFacts = { kind: 'notice_to_quit', inCase: true, danger: false, found };
const against = (more: Partial<Found>, about: Partial<GoesAheadFacts> = {}) =>
  whyNotAhead({ ...facts, ...about, found: { ...found, ...more } });

describe('whether a change of a tenancy goes ahead', () => {
  test('where they want it, were advised, and it is decided where they will live', () => {
    assert.deepEqual(whyNotAhead(facts), []);
    assert.deepEqual(against({ advice: 'offered' }), [], 'to want no advice is their right');
  });

  test('not before anything was found out, nor while a danger stands', () => {
    assert.deepEqual(whyNotAhead({ ...facts, found: null }), ['nothing_found']);
    assert.deepEqual(against({}, { danger: true }), ['danger']);
  });

  test('never where whoever is feared serves it alone, with or without a case', () => {
    assert.deepEqual(against({ servedBy: 'feared' }), ['feared_served']);
    assert.deepEqual(against({ servedBy: 'feared' }, { inCase: false }), ['feared_served']);
  });

  test('what nobody asked is no yes', () => {
    for (const freeWill of ['not_asked', 'not_safe_to_ask'] as const)
      assert.deepEqual(against({ freeWill }), ['not_asked'], freeWill);
    assert.deepEqual(against({ servedBy: 'not_known' }), ['not_known_who']);
    assert.deepEqual(against({ freeWill: 'pressed' }), ['pressed']);
    assert.deepEqual(
      against({ freeWill: 'nobody_to_ask' }),
      ['not_asked'],
      'in a case there is somebody to ask',
    );
  });

  test('in a case legal advice is offered first, and where they would live is decided', () => {
    for (const advice of ['not_yet', 'not_needed'] as const)
      assert.deepEqual(against({ advice }), ['no_advice'], advice);
    assert.deepEqual(against({ home: 'not_yet' }), ['no_home']);
    assert.deepEqual(against({ home: 'nothing_changes' }), ['no_home'], 'a notice ends the home of both');
    assert.deepEqual(against({ home: 'nothing_changes' }, { kind: 'name_added' }), []);
  });

  test('without a case who is behind it, and their own will, are asked all the same', () => {
    const none = { inCase: false, danger: false } as const;
    assert.deepEqual(against({ advice: 'not_needed', home: 'not_yet' }, none), []);
    assert.deepEqual(against({ freeWill: 'not_asked' }, none), ['not_asked']);
    assert.deepEqual(against({ freeWill: 'nobody_to_ask' }, none), [], 'whoever held it has died');
  });

  test('whatever is answered, one thing against it holds it, and the first is told', () => {
    for (const { value: kind } of tenancyEvents)
      for (const { value: servedBy } of servedBys)
        for (const { value: freeWill } of freeWills)
          for (const { value: advice } of advices)
            for (const { value: home } of homes) {
              const each = { ...facts, kind, found: { servedBy, freeWill, advice, home } };
              assert.equal(mayGoAhead(each).allowed, whyNotAhead(each).length === 0);
              if (servedBy === 'feared' || freeWill === 'pressed') assert.ok(!mayGoAhead(each).allowed);
            }
  });
});

describe('the day on which a notice ends the tenancy in law', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);

  test('is the one that it names, where that is four weeks away', () => {
    assert.deepEqual(noticeDay(day('2026-11-02'), day('2026-11-30')).is, 'named');
  });

  test('may not be valid where it is sooner', () => {
    const sooner = noticeDay(day('2026-11-02'), day('2026-11-29'));
    assert.equal(sooner.is, 'too_soon');
    assert.equal(sooner.is === 'too_soon' && sooner.soonest.toString(), '2026-11-30');
  });

  test('is four weeks at the earliest where it names none, and unknown where nobody says when it was given', () => {
    assert.deepEqual(noticeDay(day('2026-11-02'), null), { is: 'soonest', on: day('2026-11-30') });
    assert.deepEqual(noticeDay(null, null), { is: 'not_known' });
    assert.equal(noticeDay(null, day('2026-11-30')).is, 'named');
  });
});
