import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adultsAtRisk, referralsPromised, referralsToPromise } from './safeguarding.ts';

const nobody = { children: 'yes', childrenDetails: '', childrenTold: [] } as const;
const told = { personName: 'Zelda', personAge: 'adult', safeguardingToday: [], ...nobody } as const;
const undecided = {
  safeguarding: 'not_needed',
  safeguardingWhy: '',
  adultSafeguarding: 'not_asked',
  adultSafeguardingWhy: '',
} as const;

test('whatever is said of a referral, that it is made, was made or is not made, is owed until it was', () => {
  for (const safeguarding of ['refer_today', 'referred', 'not_referred'] as const)
    assert.equal(referralsToPromise({ ...undecided, safeguarding }, told).length, 1, safeguarding);
  assert.deepEqual(referralsToPromise(undecided, told), []);
});

test('a child and an adult are two referrals, and each is about somebody', () => {
  const both = { ...undecided, safeguarding: 'refer_today', adultSafeguarding: 'refer_today' } as const;
  assert.deepEqual(
    referralsToPromise(both, told).map(({ kind, about }) => [kind, about]),
    [
      ['child', 'the children that we were told of'],
      ['adult', 'Zelda'],
    ],
  );
  const young = { ...told, personAge: 'aged_16_17' } as const;
  assert.equal(referralsToPromise(both, young)[0]?.about, 'Zelda');
});

test('that no referral is made keeps its reason for the second person', () => {
  const none = { ...undecided, safeguarding: 'not_referred', safeguardingWhy: 'Already open' } as const;
  assert.equal(referralsToPromise(none, told)[0]?.whyNot, 'Already open');
});

test('what was promised during the call is owed before anybody triages it', () => {
  assert.deepEqual(referralsPromised({ ...told, safeguardingToday: ['adult'] }), [
    { kind: 'adult', about: 'Zelda' },
  ]);
});

test('not asked stays not asked: blank is never no', () => {
  assert.equal(adultsAtRisk('not_asked'), null);
  assert.equal(adultsAtRisk('nobody'), 'no');
  assert.equal(adultsAtRisk('not_known'), 'not_known');
  assert.equal(adultsAtRisk('not_referred'), 'yes');
});

test('a referral is of the children who were told of, by what is known of each', () => {
  const childrenTold = [
    { name: 'Mia', age: '7', school: 'St Mary’s' },
    { name: '', age: 'about 4', school: '' },
  ];
  const [asTold] = referralsPromised({ ...told, safeguardingToday: ['child'], childrenTold });
  assert.equal(asTold?.about, 'Mia, 7, St Mary’s; A child whose name is not known, about 4');
  const children = [{ name: 'Mia', age: '8', school: '' }];
  const decided = { ...undecided, safeguarding: 'refer_today', children } as const;
  assert.equal(referralsToPromise(decided, { ...told, childrenTold })[0]?.about, 'Mia, 8');
});
