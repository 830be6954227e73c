import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeLines, onPaper } from './on-paper.ts';
import { housingOptions } from './options/index.ts';

const isAhead = (status: string) => status === 'bill' || status === 'not_commenced';

test('each option that they may choose can stand on their paper, and nothing that we would do', () => {
  const may = housingOptions.filter(({ pastGate, status }) => !pastGate && !isAhead(status));
  assert.deepEqual(Object.keys(onPaper).toSorted(), may.map(({ id }) => id).toSorted());
});

test('a paper speaks to them and of nobody else', () => {
  for (const text of Object.values(onPaper))
    assert.doesNotMatch(text, /fear|abus|perpetrator|victim|survivor/i);
});

test('what they turned down stands on no paper, and what takes advice says so', () => {
  const said = [
    { option: 'exchange', said: 'not_for_them' },
    { option: 'occupation-order', said: 'considering' },
    { option: 'ground-14a', said: 'wants' },
    { option: 'reciprocal', said: 'wants' },
    { option: 'safer-home', said: 'wants' },
    { option: 'an-option-of-before', said: 'wants' },
  ] as const;
  assert.deepEqual(homeLines({ said }), [
    {
      option: 'occupation-order',
      text:
        'A court can decide, for now, who lives in your home. Get legal advice of your own first. ' +
        '(Family Law Act 1996 ss.33, 35 and 36)',
    },
    {
      option: 'reciprocal',
      text: 'Another landlord can give you a home, in an area where you would like to be.',
    },
    {
      option: 'safer-home',
      text: 'Stronger locks, doors and windows, if you would like them. (home rights: Family Law Act 1996 s.30)',
    },
  ]);
});
