import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from './facts.ts';
import { type AtHome, householdOf } from './household.ts';
import { at } from './testing.ts';
import type { PartInCase } from './words.ts';

const [she, he, hisMother, lodger] = ['she', 'he', 'his mother', 'the lodger'].map(
  (id) => id as PersonId,
) as [PersonId, PersonId, PersonId, PersonId];
const holds = (personId: PersonId, now = true): AtHome => ({ personId, holds: true, now });
const lives = (personId: PersonId, now = true): AtHome => ({ personId, holds: false, now });
const inCase = (part: PartInCase, personId: PersonId | null, endedAt: Temporal.Instant | null = null) => ({
  part,
  personId,
  endedAt,
});
const hers = inCase('at_risk', she);
const household = (atHome: readonly AtHome[] | null, ...people: readonly ReturnType<typeof inCase>[]) =>
  householdOf({ personId: she, people: [hers, ...people], atHome });

test('whoever is feared is as near as the register has them: a tenant, living there, there before', () => {
  const feared = (atHome: readonly AtHome[] | null, personId: PersonId | null = he) =>
    household(atHome, inCase('alleged_perpetrator', personId)).feared.join();
  assert.equal(feared([holds(she), holds(he), lives(he)]), 'holds_it');
  assert.equal(feared([holds(she), lives(he)]), 'lives_there');
  assert.equal(feared([holds(she), lives(he, false)]), 'was_there');
  assert.equal(feared([holds(she), holds(he, false)]), 'was_there');
});

test('where the register does not have whoever is feared, nobody knows that they are elsewhere', () => {
  const feared = inCase('alleged_perpetrator', he);
  assert.deepEqual(household([holds(she)], feared).feared, ['not_known']);
  assert.deepEqual(household(null, feared).feared, ['not_known']);
  assert.deepEqual(household([holds(she)], inCase('alleged_perpetrator', null)).feared, ['not_known']);
  assert.deepEqual(household([holds(she)]).feared, []);
});

test('whoever was feared and is not any more is not nobody', () => {
  const once = inCase('alleged_perpetrator', he, at('2026-07-01 09:00'));
  assert.deepEqual(household([lives(he)], once).feared, ['not_known']);
  assert.deepEqual(household([lives(hisMother)], once, inCase('alleged_perpetrator', hisMother)).feared, [
    'lives_there',
  ]);
});

test('of several who are feared each counts, the nearest first', () => {
  const both = [inCase('alleged_perpetrator', null), inCase('alleged_perpetrator', hisMother)];
  assert.deepEqual(household([lives(hisMother)], ...both).feared, ['lives_there', 'not_known']);
});

test('others are counted once, neither the person nor whoever is feared among them', () => {
  const rows = [holds(she), holds(hisMother), lives(she), lives(he), lives(hisMother), lives(lodger)];
  const { tenants, others } = household(
    rows,
    inCase('alleged_perpetrator', he),
    inCase('household_member', lodger),
  );
  assert.deepEqual([tenants, others], [1, 2]);
  assert.equal(
    household(rows, inCase('household_member', null)).others,
    4,
    'whom the register does not know as well',
  );
});

test('what nobody knows is not none', () => {
  assert.deepEqual(household(null), { tenants: null, others: null, children: false, feared: [] });
  assert.equal(household([lives(she)]).tenants, null, 'no tenancy on record');
  assert.equal(household([holds(she)]).tenants, 0);
  assert.equal(household(null, inCase('child_victim', null)).others, null);
  assert.equal(household(null, inCase('child_victim', null)).children, true);
});
