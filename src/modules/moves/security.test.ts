import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type TenancyType, tenancyTypes } from '#rules/words.ts';
import { keepsTenure, type Security, securityOf, type TimeCounts } from './security.ts';

const all = tenancyTypes.map(({ value }) => value);

describe('how secure an offered home is beside what they hold', () => {
  const rows: readonly (readonly [TenancyType, TenancyType, TimeCounts, Security])[] = [
    ['assured_periodic', 'assured_periodic', '', 'same'],
    ['assured_periodic', 'starter', 'no', 'lesser'],
    ['assured_periodic', 'starter', 'yes', 'lesser'],
    ['assured_periodic', 'assured_fixed_term', '', 'lesser'],
    ['assured_periodic', 'secure', '', 'greater'],
    ['secure', 'assured_periodic', '', 'lesser'],
    ['secure', 'flexible', '', 'lesser'],
    ['starter', 'starter', 'yes', 'same'],
    ['starter', 'starter', 'no', 'lesser'],
    ['starter', 'starter', '', 'not_known'],
    ['starter', 'starter', 'not_known', 'not_known'],
    ['starter', 'introductory', 'yes', 'same'],
    ['assured_shorthold', 'assured_shorthold', '', 'same'],
    ['assured_shorthold', 'starter', '', 'not_known'],
    ['starter', 'assured_periodic', '', 'greater'],
    ['licence', 'assured_periodic', '', 'greater'],
    ['none', 'licence', '', 'greater'],
    ['shared_ownership_lease', 'assured_periodic', '', 'lesser'],
    ['assured_periodic', 'shared_ownership_lease', '', 'lesser'],
    ['long_lease', 'long_lease', '', 'same'],
    ['not_known', 'assured_periodic', '', 'not_known'],
    ['assured_periodic', 'not_known', '', 'not_known'],
    ['not_known', 'not_known', '', 'not_known'],
  ];
  for (const [held, offered, counts, security] of rows)
    test(`${held} → ${offered}${counts && `, time served counts: ${counts}`}: ${security}`, () => {
      assert.equal(securityOf(held, offered, counts), security);
    });

  test('nothing that is not known ever counts as kept', () => {
    for (const other of all)
      for (const counts of ['', 'yes', 'no', 'not_known'] as const) {
        assert.equal(keepsTenure(securityOf('not_known', other, counts)), false);
        assert.equal(keepsTenure(securityOf(other, 'not_known', counts)), false);
      }
  });

  test('what is more secure one way is never as secure the other way', () => {
    for (const one of all)
      for (const other of all)
        if (one !== 'none' && securityOf(one, other, 'yes') === 'greater')
          assert.equal(securityOf(other, one, 'yes'), 'lesser', `${one}, ${other}`);
  });
});
