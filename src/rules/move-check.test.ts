import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isStale, type MoveCase, type MoveFacts, moveAnswer, reasonsIn } from './move-check.ts';

const here = 'EX1 2AB';
const clear: MoveCase = {
  ...{ id: 'one', places: [], askedAndNone: true, fearedNear: ['PL4 8AA'], fearedKnown: true },
};
const nothing: MoveFacts = {
  ...{ known: true, told: false, feared: false, drawn: false, tooMany: false, cases: [] },
};
const withCase = (more: Partial<MoveCase>): MoveFacts => ({ ...nothing, cases: [{ ...clear, ...more }] });

describe('an address for a household is safe only where all is known and nothing speaks against it', () => {
  test('nothing is on record about them', () => assert.equal(moveAnswer(here, nothing), 'safe'));
  test('a case, in which all was asked and is far away', () =>
    assert.equal(moveAnswer(here, withCase({})), 'safe'));

  const asks: Readonly<Record<string, readonly [string, MoveFacts]>> = {
    'a household that is not on the register': [here, { ...nothing, known: false }],
    'something that was told and waits': [here, { ...nothing, told: true }],
    'somebody who is feared in a case, wherever it is': [here, { ...nothing, feared: true }],
    'what was drawn by chance': [here, { ...nothing, drawn: true }],
    'whoever asks of too many': [here, { ...nothing, tooMany: true }],
    'no postcode': ['', nothing],
    'half a postcode': ['EX1 2', nothing],
    'a postcode to avoid': [here, withCase({ places: [{ kind: 'postcode', place: 'EX1 2' }] })],
    'an area in words, which nobody can compare': [
      here,
      withCase({ places: [{ kind: 'area', place: 'Behind the station' }] }),
    ],
    'a way that somebody travels': [here, withCase({ places: [{ kind: 'route', place: 'The 57' }] })],
    'that nobody has asked where they must not be': [here, withCase({ askedAndNone: false })],
    'the streets around whoever is feared': [here, withCase({ fearedNear: ['EX1 2QQ'] })],
    'that nobody knows where whoever is feared lives': [here, withCase({ fearedKnown: false })],
    'a home of whoever is feared without a postcode': [here, withCase({ fearedNear: ['PL4 8AA', ''] })],
  };
  for (const [what, [postcode, facts]] of Object.entries(asks))
    test(`asks about ${what}`, () => assert.equal(moveAnswer(postcode, facts), 'ask'));

  test('EX12 is not EX1', () => {
    assert.equal(moveAnswer('EX12 4QJ', withCase({ places: [{ kind: 'postcode', place: 'EX1' }] })), 'safe');
  });

  test('one case that speaks against it is enough', () => {
    const cases = [clear, { ...clear, id: 'two', askedAndNone: false }];
    assert.equal(moveAnswer(here, { ...nothing, cases }), 'ask');
  });

  test('the team of a case reads why, and nobody else', () => {
    const one = { ...clear, fearedNear: ['EX1 2QQ'], places: [{ kind: 'postcode', place: 'EX1' }] };
    assert.deepEqual(reasonsIn(here, one), ['place', 'feared_near']);
  });
});

test('an answer is stale after a day', () => {
  const asked = Temporal.Instant.from('2026-11-18T10:00:00Z');
  assert.equal(isStale(asked, Temporal.Instant.from('2026-11-19T09:59:59Z')), false);
  assert.equal(isStale(asked, Temporal.Instant.from('2026-11-19T10:00:00Z')), true);
});
