import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedBecause, askedBy, type Before, belongsTo, type Fact, pressing } from './asked-by.ts';

const today = Temporal.PlainDate.from('2026-11-30');
const fact = (given: Partial<Fact>): Fact => ({
  ...{ fact: 'person', detail: '', instrument: 'dash', part: null, age: '', bornOn: null },
  ...given,
});
const born = (date: string) => ({ bornOn: Temporal.PlainDate.from(date) });
const reason = (given: Partial<Fact>) => {
  const asked = askedBy(fact(given), today);
  return asked && `${asked.kind}: ${asked.reason}`;
};

test('a child in the household, in contact or unborn asks, however it came to be known', () => {
  for (const said of ['children', 'pregnant', 'child_told', 'child_there'])
    assert.equal(reason({ fact: said }), `child: ${said}`);
  assert.equal(reason({ part: 'child_victim' }), 'child: child_known');
  assert.equal(reason({ part: 'household_member', age: '12' }), 'child: child_known');
  assert.equal(reason({ fact: 'resident', ...born('2015-02-01') }), 'child: child_at_home');
  assert.equal(reason({ fact: 'answer', detail: '9' }), 'child: answer_baby');
  assert.equal(reason({ fact: 'answer', detail: '18' }), 'child: answer_harm');
  assert.equal(reason({ fact: 'answer', detail: '7' }), 'child: answer_contact');
});

test('whoever is harmed or feared and under 16 is a child first; at 16 and 17 they are still one; at 18 not', () => {
  for (const part of ['at_risk', 'alleged_perpetrator'] as const) {
    assert.equal(reason({ part, ...born('2010-12-01') }), 'child: under_16');
    assert.equal(reason({ part, ...born('2010-11-30') }), 'child: aged_16_17', 'sixteen today');
    assert.equal(reason({ part, ...born('2008-12-01') }), 'child: aged_16_17');
    assert.equal(reason({ part, ...born('2008-11-30') }), null, 'eighteen today');
  }
  assert.equal(reason({ fact: 'resident', ...born('2008-11-30') }), null);
  assert.equal(pressing({ kind: 'child', reason: 'under_16' }), 'under_16');
  assert.equal(pressing({ kind: 'child', reason: 'aged_16_17' }), 'child');
});

test('care and support needs ask about an adult, and those of a child do not', () => {
  assert.equal(reason({ fact: 'adult' }), 'adult: adult');
  assert.equal(reason({ fact: 'needs', part: 'household_member' }), 'adult: needs');
  assert.equal(reason({ fact: 'needs', part: 'child_victim' }), null);
  assert.equal(reason({ fact: 'needs', part: 'household_member', age: '17' }), null);
});

test('how old somebody is, where nobody knows, asks nothing by itself; nor does another answer', () => {
  assert.equal(reason({ part: 'at_risk' }), null);
  assert.equal(reason({ part: 'at_risk', age: 'about 4' }), null);
  assert.equal(reason({ fact: 'resident' }), null);
  assert.equal(reason({ fact: 'answer', detail: '1' }), null);
  assert.equal(
    reason({ fact: 'answer', detail: '9', instrument: 'honour-based' }),
    null,
    'that asks something else',
  );
  assert.equal(reason({ fact: 'anything' }), null);
});

const at = (time: string) => Temporal.Instant.from(`2026-11-30T${time}:00Z`);
const before = (given: Partial<Before>): Before => ({
  ...{ id: 'one', standing: 'undecided', reasons: ['children'], settledAt: null },
  ...given,
});
const later = { reason: 'pregnant', knownAt: at('12:00') } as const;

test('what nobody has made yet takes a new fact along; without a referral it is asked for', () => {
  assert.equal(belongsTo([], later), null);
  for (const standing of ['undecided', 'to_make', 'to_decide'] as const)
    assert.equal(belongsTo([before({ standing })], later), 'one');
});

test('that none is made is asked again with whatever came afterwards, be it the same kind of fact', () => {
  const none = before({ standing: 'not_made', settledAt: at('11:00') });
  assert.equal(belongsTo([none], later), null);
  assert.equal(belongsTo([none], { ...later, reason: 'children' }), null);
  assert.equal(belongsTo([none], { ...later, knownAt: at('10:59') }), 'one', 'they knew of it');
});

test('after one was made a new kind of fact asks again, and the same kind does not', () => {
  for (const standing of ['to_answer', 'answered'] as const) {
    const made = before({ standing, settledAt: at('11:00') });
    assert.equal(belongsTo([made], later), null);
    assert.equal(belongsTo([made], { ...later, reason: 'children' }), 'one');
  }
});

test('every reason that the rule gives has words', () => {
  const codes = askedBecause.map(({ value }) => value as string);
  assert.equal(new Set(codes).size, codes.length);
});
