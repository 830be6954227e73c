import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { tenancyTypes } from '#rules/words.ts';
import { runs } from '../../../tests/property.ts';
import { announced, listOptions, mayAdvise, partOf, partsFor } from './advise.ts';
import { housingOptions } from './options/index.ts';
import { holders, relations, type Situation, wishes } from './situation.ts';

const today = Temporal.PlainDate.from('2026-11-30');
const married: Situation = {
  ...{ tenancyType: 'assured_periodic', holder: 'jointly', relation: 'married', wish: 'stay' },
  ...{ children: false, jurisdiction: 'england', landlord: 'private-provider' },
};

function ids(more: Partial<Situation>, on = today): readonly string[] {
  return listOptions({ ...married, ...more }, on).map(({ option }) => option.id);
}

function has(situation: Partial<Situation>, ...wanted: readonly string[]): void {
  const listed = ids(situation);
  for (const id of wanted) assert.ok(listed.includes(id), `${id} of ${listed.join(', ')}`);
}

function hasNot(situation: Partial<Situation>, ...unwanted: readonly string[]): void {
  const listed = ids(situation);
  for (const id of unwanted) assert.ok(!listed.includes(id), `${id} of ${listed.join(', ')}`);
}

describe('the table of options (domain §5)', () => {
  test('who holds the home alone and would stay: permission ends, or a court first where they are married', () => {
    const alone = { holder: 'alone' } as const;
    has(
      { ...alone, relation: 'couple' },
      'end-permission',
      'occupation-order',
      'safer-home',
      'non-molestation',
    );
    has({ ...alone, relation: 'married' }, 'occupation-order', 'safer-home');
    hasNot({ ...alone, relation: 'married' }, 'end-permission');
    hasNot(alone, 'assignment', 'tenancy-transfer', 'notice-regrant', 'home-rights', 'ground-14a');
  });

  test('who holds the home alone and would leave keeps the tenancy while they are away', () => {
    const alone = { holder: 'alone', wish: 'leave' } as const;
    has(alone, 'managed-transfer', 'reciprocal', 'homelessness', 'exchange', 'refuge', 'own-notice');
    hasNot(alone, 'rehouse-then-notice', 'assignment-out');
  });

  test('where whoever they fear holds it alone: order, transfer by a court, handing over, landlord’s grounds', () => {
    const theirs = { holder: 'feared_alone' } as const;
    has(
      theirs,
      'occupation-order',
      'tenancy-transfer',
      'home-rights',
      'assignment',
      'ground-14a',
      'injunction',
    );
    has({ ...theirs, relation: 'couple' }, 'tenancy-transfer', 'ground-14a');
    hasNot({ ...theirs, relation: 'couple' }, 'home-rights', 'property-adjustment');
    hasNot(theirs, 'own-notice', 'notice-regrant', 'end-permission', 'exchange');
  });

  test('a joint tenancy: handing over, a court’s transfer, notice with a new grant; to leave, a home first', () => {
    has({}, 'assignment', 'tenancy-transfer', 'property-adjustment', 'notice-regrant', 'rehouse-then-notice');
    has({ children: true }, 'children-transfer');
    hasNot({}, 'children-transfer', 'own-notice', 'end-permission');
  });

  test('nobody’s notice ends a fixed term: it takes all of them', () => {
    for (const tenancyType of ['assured_fixed_term', 'flexible'] as const) {
      has({ tenancyType }, 'surrender-of-all');
      hasNot({ tenancyType }, 'notice-regrant', 'rehouse-then-notice');
    }
    hasNot({}, 'surrender-of-all');
  });

  test('grown-up family and others: no transfer and no ground of couples, but orders, injunction and moves', () => {
    const son = { holder: 'alone', relation: 'family' } as const;
    has(son, 'end-permission', 'non-molestation', 'injunction', 'managed-transfer', 'homelessness');
    hasNot({ ...son, holder: 'jointly' }, 'tenancy-transfer', 'property-adjustment', 'ground-14a');
    hasNot({ relation: 'other' }, 'non-molestation', 'occupation-order', 'protection-order', 'police-notice');
  });

  test('ground 14A is a registered provider’s, 2A is a council’s, and neither is for a lease or a licence', () => {
    has({ tenancyType: 'starter' }, 'ground-14a');
    has({ tenancyType: 'secure' }, 'ground-2a');
    hasNot({ tenancyType: 'secure' }, 'ground-14a');
    hasNot({ tenancyType: 'introductory' }, 'ground-14a', 'ground-2a', 'mandatory-ground');
    hasNot(
      { tenancyType: 'shared_ownership_lease' },
      'ground-14a',
      'assignment',
      'exchange',
      'tenancy-transfer',
    );
    has({ tenancyType: 'shared_ownership_lease' }, 'lease-orders');
    has({ tenancyType: 'licence' }, 'exclusion-from-licence', 'move-on');
  });

  test('a lifetime tenancy again is what councils owe, and nobody else', () => {
    hasNot({ tenancyType: 'secure' }, 'lifetime-again');
    has({ tenancyType: 'secure', landlord: 'public-authority' }, 'lifetime-again');
  });
});

describe('options on a day', () => {
  test('a Bill is announced and never an option, whatever the day', () => {
    assert.deepEqual(
      announced(married).map(({ id }) => id),
      ['bill-transfer'],
    );
    for (const on of [today, Temporal.PlainDate.from('2040-01-01')])
      assert.ok(!ids({}, on).includes('bill-transfer'));
  });

  test('the register of any area is open from 10 July 2025', () => {
    const at = (day: string) => ids({}, Temporal.PlainDate.from(day)).includes('council-register');
    assert.deepEqual(['2025-07-09', '2025-07-10'].map(at), [false, true]);
  });

  test('another country’s law is not guessed: nothing is listed there', () => {
    assert.ok(mayAdvise(married).allowed);
    assert.ok(!mayAdvise({ jurisdiction: 'elsewhere' }).allowed);
  });
});

const situations: fc.Arbitrary<Situation> = fc.record({
  tenancyType: fc.constantFrom(...tenancyTypes.map(({ value }) => value)),
  holder: fc.constantFrom(...holders.map(({ value }) => value)),
  relation: fc.constantFrom(...relations.map(({ value }) => value)),
  wish: fc.constantFrom(...wishes.map(({ value }) => value)),
  children: fc.constantFrom(true, false, null),
  jurisdiction: fc.constant('england' as const),
  landlord: fc.constantFrom('private-provider' as const, 'public-authority' as const, null),
});

test('there is always a way to safety, and what nobody knows takes none away', () => {
  fc.assert(
    fc.property(situations, (situation) => {
      const listed = listOptions(situation, today);
      for (const id of ['homelessness', 'refuge', 'managed-transfer', 'safer-home'])
        assert.ok(listed.some(({ option }) => option.id === id));
      const unknown = {
        ...situation,
        tenancyType: 'not_known',
        holder: 'not_known',
        relation: 'not_known',
      } as const;
      const more = listOptions({ ...unknown, children: null, landlord: null }, today).map(
        ({ option }) => option.id,
      );
      for (const { option } of listed) assert.ok(more.includes(option.id), option.id);
    }),
    runs(5_000, 500),
  );
});

test('a wish hides nothing: it says what stands first', () => {
  fc.assert(
    fc.property(situations, fc.constantFrom(...wishes.map(({ value }) => value)), (situation, wish) => {
      assert.deepEqual(listOptions({ ...situation, wish }, today), listOptions(situation, today));
    }),
    runs(1_000, 300),
  );
  for (const { value } of wishes) {
    const parts = partsFor(value);
    assert.equal(parts[0], value === 'leave' ? 'leave' : 'stay');
    for (const option of housingOptions) assert.ok(parts.includes(partOf(option)));
  }
});

test('each option says what holds, on what it rests and what it may bring', () => {
  assert.equal(new Set(housingOptions.map(({ id }) => id)).size, housingOptions.length);
  for (const { id, conditions, law, plain, risks, called } of housingOptions) {
    assert.ok(conditions.length > 0 && law && plain && called, id);
    if (id !== 'lifetime-again' && id !== 'bill-transfer') assert.ok(risks.length > 0, id);
  }
});

test('what we do about whoever they fear rests on the gate, and what ends a tenancy on legal advice', () => {
  for (const { id, conditions, pastGate } of housingOptions)
    if (pastGate && id !== 'bill-transfer') assert.match(conditions[0] ?? '', /^Past the gate/, id);
  for (const { id, advice } of housingOptions)
    if (
      /notice|assignment|transfer|surrender/.test(id) &&
      !['police-notice', 'managed-transfer'].includes(id)
    )
      assert.ok(advice, id);
});
