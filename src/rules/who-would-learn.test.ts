import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { type Household, nearness } from './household.ts';
import type { PaperAgreement } from './own-paper.ts';
import type { Words } from './pack.ts';
import { agreements, at, phoneAgreed } from './testing.ts';
import type { FurtherWay, Over } from './ways.ts';
import { type Around, type Learner, type Outlet, whoWouldLearn } from './who-would-learn.ts';

const words: Words = {
  ...{ person: 'survivor', people: 'survivors', customer: 'customer', customers: 'customers' },
  ...{ perpetrator: 'perpetrator', team: 'the team' },
};
const alone: Household = { tenants: 0, others: null, children: false, feared: [] };
const byPost: PaperAgreement = {
  ...phoneAgreed,
  channel: 'post',
  doNot: '',
  whoMightAnswer: 'his mother',
  interpreter: 'not_needed',
};
const parents = {
  ...{ id: '1', wayId: 'w', channel: 'post', name: 'her parents’', endedAt: null, doNot: '', shared: 'no' },
  ...{ mayLeaveVoicemail: false, mayText: false, times: '', windows: [], never: [], agreedWithPerson: true },
  ...{ askedAt: phoneAgreed.askedAt, unsureSince: null, changedSince: null },
} as const satisfies FurtherWay & Record<string, unknown>;

const outlets: readonly Outlet[] = ['handed_over', 'letter', 'email', 'text', 'call', 'visit', 'aloud'];

function told(around: Partial<Around>, outlet: Outlet = 'letter', over: Over = 'first'): readonly Learner[] {
  const whole = { agreement: byPost, household: alone, home: '', supported: false, ...around };
  return whoWouldLearn({ by: [outlet], to: 'person', over, around: whole }, words);
}
const of = (learners: readonly Learner[], who: RegExp) => learners.filter((each) => who.test(each.who));
const says = (learners: readonly Learner[], who: RegExp) =>
  of(learners, who)
    .map(({ how, why, sees }) => `${how}: ${[why, sees].filter(Boolean).join(' ')}`)
    .join(' ');

describe('who would learn what reaches the person', () => {
  const feared = /^Alleged/;

  test('whoever is feared stands first: as a tenant, living there, there before, or not known', () => {
    for (const near of nearness) {
      const [first] = told({ household: { ...alone, feared: [near] } });
      assert.match(first?.who ?? '', feared);
      assert.equal(first?.how, near === 'not_known' ? 'not_known' : 'could');
    }
    assert.match(
      says(told({ household: { ...alone, feared: ['was_there'] } }), feared),
      /key.*still get its post/,
    );
    assert.match(says(told({}), feared), /^not_known: Nobody whom you can see is on record/);
  });

  test('of several who are feared each is named', () => {
    const both = told({ household: { ...alone, feared: ['was_there', 'not_known'] } });
    assert.deepEqual(
      of(both, feared).map(({ how }) => how),
      ['could', 'not_known'],
    );
  });

  test('somebody may suspect: that is said beside whoever is feared, and where it is read aloud too', () => {
    const unsure = { ...byPost, unsureSince: at('2026-07-02 09:00') };
    const suspects = /may suspect/;
    assert.match(told({ agreement: unsure })[1]?.who ?? '', suspects);
    const aloud = whoWouldLearn(
      {
        by: ['aloud'],
        to: 'person',
        around: { agreement: unsure, household: alone, home: '', supported: false },
      },
      words,
    );
    assert.equal(of(aloud, suspects).length, 1);
  });

  test('a letter to another address than the home is not opened at the home', () => {
    const there = says(told({ household: { ...alone, feared: ['lives_there'] } }), feared);
    assert.match(there, /If it goes to that home, they could open the post; elsewhere/);
  });

  test('a joint tenant opens the post, and may ask for the file of the tenancy', () => {
    const joint = told({ household: { ...alone, tenants: 1 } });
    assert.match(
      says(joint, /^A joint tenant/),
      /could: Somebody else holds the tenancy too\. .*open the post/,
    );
    assert.equal(of(joint, /tenant who asks/).length, 1);
    const his = { ...alone, feared: ['holds_it'] } as const;
    assert.equal(
      of(told({ household: his }), /tenant who asks/).length,
      1,
      'whoever is feared may ask as well',
    );
    assert.equal(of(told({}), /tenant/).length, 0, 'a sole tenancy has none');
    assert.equal(of(told({}), /^Anybody whom it names/).length, 1, 'whoever is named may ask');
    assert.match(says(told({ household: { ...alone, tenants: null } }), /^A joint tenant/), /^not_known/);
    assert.equal(of(told({ household: { ...alone, tenants: 1 } }, 'call'), /tenant who asks/).length, 0);
  });

  test('the household is never nobody', () => {
    assert.match(says(told({}), /household/), /^not_known/);
    assert.match(
      says(told({ household: { ...alone, others: 0 } }), /household/),
      /^not_known.*no child.*not to say nobody/,
    );
    assert.match(
      says(told({ household: { ...alone, others: 2 } }), /household/),
      /^could: Others are on record/,
    );
    assert.equal(of(told({ household: { ...alone, children: true } }), /child/).length, 1);
  });

  test('whoever may open the post is told as it was said; of another way it says nothing', () => {
    const answers = /^Whoever else may answer/;
    assert.match(says(told({}), answers), /^could: As they told us: “his mother”\.$/);
    const phone = { ...byPost, channel: 'phone', mayPost: true } as const;
    assert.match(
      says(told({ agreement: phone }), answers),
      /^could: As .* first: “his mother”\. Of this one nobody wrote it down/,
    );
    assert.match(says(told({ agreement: { ...byPost, whoMightAnswer: '' } }), answers), /^not_known/);
    assert.match(says(told({ agreement: null }), answers), /^not_known: Nothing was agreed/);
    assert.match(says(told({}, 'letter', 'another'), answers), /^not_known: Nothing was agreed/);
  });

  test('a mailbox or a letter box that others use, or may use, is named', () => {
    const over = (shared: 'no' | 'yes' | 'not_known') => {
      const agreement = { ...byPost, further: [{ ...parents, shared, whoMightAnswer: '' }] };
      return says(told({ agreement }, 'letter', 'w'), /^Others who get their post/);
    };
    assert.match(over('yes'), /^could/);
    assert.match(over('not_known'), /^not_known/);
    assert.equal(over('no'), '');
    assert.match(says(told({}, 'email'), /same mailbox/), /^not_known/, 'of the first nobody asks whether');
  });

  test('somebody who needs an interpreter may have it read out; where nobody asked, that is said', () => {
    const read = (interpreter: PaperAgreement['interpreter'], outlet: Outlet = 'letter') =>
      says(told({ agreement: { ...byPost, interpreter } }, outlet), /reads it to them|interpreter/);
    assert.match(read('professional'), /^could.*family/);
    assert.match(read('professional_woman', 'visit'), /^would: They hear all of it/);
    for (const outlet of outlets) {
      assert.match(read('', outlet), /^not_known/, `blank is not no: ${outlet}`);
      assert.equal(read('not_needed', outlet), '', `on record as not needed: ${outlet}`);
    }
  });

  test('who lives where they lived before, who may suspect, and who helps are named', () => {
    const since = at('2026-07-02 09:00');
    assert.equal(of(told({ agreement: { ...byPost, movedSince: since } }), /lived before/).length, 1);
    assert.equal(
      of(told({ agreement: { ...byPost, movedSince: since } }, 'email'), /lived before/).length,
      0,
    );
    assert.equal(of(told({ agreement: { ...byPost, unsureSince: since } }), /may suspect/).length, 1);
    assert.equal(of(told({ supported: true }), /helps/).length, 1);
    assert.equal(of(told({ agreement: { ...byPost, contactPerson: 'Her sister' } }), /helps/).length, 1);
  });

  test('a flat, or one of several homes at one address, shares a hall or a letter box; else nobody knows', () => {
    const neighbours = (entrance: Around['entrance'], outlet: Outlet = 'letter') =>
      says(told({ entrance }, outlet), /^Neighbours, at a shared hall/);
    assert.match(neighbours('shared'), /^could: .*several homes/);
    assert.match(neighbours('not_known'), /^not_known/);
    assert.match(neighbours(undefined), /^not_known/);
    assert.equal(neighbours('shared', 'email'), '');
  });

  test('post that is sent on is not known, and said aloud once they moved', () => {
    const sentOn = (movedSince: Temporal.Instant | null) =>
      says(told({ agreement: { ...byPost, movedSince } }), /sent on/);
    assert.match(sentOn(null), /^not_known/);
    assert.match(sentOn(at('2026-07-02 09:00')), /^could/);
  });

  test('a phone and a mailbox are read by whoever has the account: as they told us, else not known', () => {
    const account = (outlet: Outlet, who: RegExp, shared?: 'yes' | 'no') => {
      const further = shared ? [{ ...parents, shared, whoMightAnswer: '' }] : [];
      return says(told({ agreement: { ...byPost, further } }, outlet, shared ? 'w' : 'first'), who);
    };
    for (const outlet of ['text', 'call', 'email'] as const) {
      assert.match(account(outlet, /phone’s account/), /^not_known/);
      assert.match(account(outlet, /phone’s account/, 'yes'), /^could/);
      assert.match(account(outlet, /phone’s account/, 'no'), /^not_known/, 'nobody asked about an account');
    }
    assert.match(account('email', /mailbox elsewhere/), /^not_known/);
    for (const outlet of ['visit', 'handed_over'] as const)
      assert.match(account(outlet, /where their phone is/), /^not_known/);
  });

  test('nothing goes by post to a home of whoever is feared, and the list says so', () => {
    for (const near of ['holds_it', 'lives_there', 'was_there'] as const) {
      const household = { ...alone, feared: [near] };
      assert.match(says(told({ household }), feared), /Send nothing to that home\.$/);
      assert.doesNotMatch(says(told({ household }, 'handed_over'), feared), /Send nothing/);
    }
  });

  test('each way has a machine or a bystander of its own', () => {
    for (const [outlet, who] of [
      ['print', /^The printer/],
      ['download', /computer/],
      ['email', /mailboxes/],
      ['email', /screen of the phone/],
      ['call', /screen of the phone/],
      ['letter', /envelope/],
      ['text', /screen/],
      ['call', /list of calls/],
      ['visit', /camera/],
      ['aloud', /hearing/],
    ] as const)
      assert.equal(of(told({}, outlet), who).length, 1, outlet);
  });
});

const households = fc.record<Household>({
  tenants: fc.constantFrom(null, 0, 1, 2),
  others: fc.constantFrom(null, 0, 1, 5),
  children: fc.boolean(),
  feared: fc.subarray([...nearness]),
});

test('whatever is agreed: whoever is feared is always named, nobody twice, and no code word or number is given', () => {
  const agreement = fc.option(
    agreements.map((agreed) => ({ ...agreed, doNot: '', value: '07700 900123', codeWord: 'Bluebell' })),
  );
  const facts = fc.record({ agreement, household: households, supported: fc.boolean() });
  fc.assert(
    fc.property(facts, fc.constantFrom(...outlets), (around, outlet) => {
      const learners = told(around, outlet);
      assert.equal(of(learners, /^Alleged/).length, Math.max(1, around.household.feared.length));
      assert.equal(new Set(learners.map(({ who, why, sees }) => who + why + sees)).size, learners.length);
      assert.ok(learners.every(({ who, why }) => who !== '' && why !== ''));
      assert.doesNotMatch(JSON.stringify(learners), /07700|Bluebell|undefined|null/);
    }),
    runs(2_000),
  );
});
