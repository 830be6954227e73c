import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { livv2024 } from '#packs/livv-2024/pack.ts';
import { entriesFor } from './entries.ts';
import { nothingElseKnown } from './value.ts';

const receivedAt = Temporal.Instant.from('2026-11-20T15:00:00Z');
const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const { words } = livv2024;
const told = {
  ...nothingElseKnown,
  receivedAt,
  route: 'phone',
  toldBy: 'person',
  verbatim: ' As she said it.\n',
  immediateDanger: 'not_known',
} as const;
const noChild = {
  safeguarding: 'not_needed',
  safeguardingWhy: '',
  adultSafeguarding: 'not_asked',
  adultSafeguardingWhy: '',
} as const;

describe('with what the chronology of a case begins', () => {
  test('her own words, untouched, known from when we were first told', () => {
    assert.deepEqual(entriesFor(told, noChild, words, now).slice(0, 1), [
      {
        kind: 'disclosure',
        happenedAt: receivedAt,
        knownAt: receivedAt,
        source: 'person',
        words: ' As she said it.\n',
      },
    ]);
  });

  test('everything else that was told, in words, which leaves the team only once somebody has looked at it', () => {
    const [, second] = entriesFor(
      {
        ...told,
        address: '3 Elm Court',
        childrenDetails: 'Both at her sister’s',
        pregnant: 'yes',
        routeDetails: { call_dropped: 'Once, at a shout', call_back: '07700 900555, Bluebell' },
        contactValue: '07700 900123',
        informantName: 'Ira',
        informantContact: '07700 900999',
      },
      noChild,
      words,
      now,
    );
    assert.deepEqual(second?.disclosableTo, []);
    assert.equal(
      second?.words,
      [
        'Where: 3 Elm Court',
        'About the children: Both at her sister’s',
        'Pregnant: Yes',
        'How it came in: Phone',
        'Did the call drop? What was heard? Once, at a shout',
      ].join('\n'),
    );
  });

  test('signs and opinions stand apart from what was seen', () => {
    const [first] = entriesFor(
      {
        ...told,
        toldBy: 'contractor',
        verbatim: 'A bolt on the outside.',
        indicators: ['locks_outside'],
        routeDetails: { opinion: 'Somebody may be shut in.' },
      },
      noChild,
      words,
      now,
    );
    assert.equal(first?.source, 'contractor');
    assert.equal(
      first?.words,
      'A bolt on the outside.\n\nNoticed: Locks on the outside of bedrooms or other rooms\n\nTheir ' +
        'opinion: Somebody may be shut in.',
    );
  });

  test('a neighbour is an informant, and is not named', () => {
    const [first] = entriesFor({ ...told, toldBy: 'neighbour' }, noChild, words, now);
    assert.equal(first?.source, 'informant');
  });

  test('what was done about the danger, what was promised and what was decided for a child and an adult', () => {
    const entries = entriesFor(
      { ...told, dangerResponse: 'Rang 999', promised: 'To ring tomorrow at ten' },
      {
        safeguarding: 'not_referred',
        safeguardingWhy: 'Children’s services lead already',
        adultSafeguarding: 'refer_today',
        adultSafeguardingWhy: '',
      },
      words,
      now,
    );
    assert.deepEqual(
      entries.slice(2).map(({ kind, words }) => [kind, words]),
      [
        ['action', 'About the danger: Rang 999'],
        ['action', 'What was promised: To ring tomorrow at ten'],
        ['decision', 'Safeguarding of a child: No referral, for a reason. Children’s services lead already'],
        ['decision', 'Safeguarding of an adult: A referral is being made today.'],
      ],
    );
  });

  test('what was promised to a neighbour is shown to nobody outside the team: it would name them', () => {
    const promised = (toldBy: 'person' | 'neighbour') =>
      entriesFor({ ...told, toldBy, promised: 'That Gwen rang stays with us' }, noChild, words, now).find(
        (entry) => entry.words.includes('Gwen'),
      );
    assert.deepEqual(promised('neighbour')?.disclosableTo, []);
    assert.equal(promised('person')?.disclosableTo, undefined);
  });
});
