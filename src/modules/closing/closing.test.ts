import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StaffId } from '#rules/facts.ts';
import { mayDecide } from '#rules/proposal.ts';
import { runs } from '../../../tests/property.ts';
import {
  type ClosingFacts,
  closingGate,
  closingKind,
  closingReasons,
  hurdles,
  needsSignature,
} from './closing.ts';

const settled: ClosingFacts = {
  state: 'active',
  dangerStands: false,
  riskLevel: 'standard',
  riskJudged: true,
  riskCurrent: true,
  everHigh: false,
  loweringWaiting: false,
  openSafetyActions: 0,
  markersToReview: 0,
  contactOwed: false,
  openReferrals: 0,
  changesHeld: 0,
  worksGoingOn: 0,
  looksOpen: 0,
  changesAsked: 0,
  movesOpen: 0,
  mediationsOpen: 0,
};
const done = { reason: 'support_complete', told: 'told' } as const;
const reasonFor = (facts: Partial<ClosingFacts>) => {
  const verdict = closingGate({ ...settled, ...facts }, done);
  return verdict.allowed ? null : verdict.reason;
};

test('a case in which everything was settled may be closed, and needs no signature', () => {
  assert.equal(reasonFor({}), null);
  assert.equal(needsSignature(settled, done), false);
});

test('not engaging, and staying in the relationship, are no reasons to close (L2.7i)', () => {
  for (const { value, label } of closingReasons) {
    assert.doesNotMatch(value, /engag|contact|stay|refus|respon/);
    assert.doesNotMatch(label, /engag|no contact|stay|refus|did not answer/i);
  }
});

test('a risk that was never rated, or whose review is due, stands in front of closing', () => {
  assert.match(reasonFor({ riskLevel: null }) ?? '', /never rated/);
  assert.match(reasonFor({ riskJudged: false }) ?? '', /nobody has judged it/);
  assert.match(reasonFor({ riskCurrent: false }) ?? '', /review of the risk is due/);
  assert.match(reasonFor({ loweringWaiting: true }) ?? '', /second person/);
});

test('while a danger stands nothing is closed, whatever the reason and whoever signs', () => {
  assert.match(reasonFor({ dangerStands: true }) ?? '', /A danger stands/);
  for (const reason of ['died', 'in_error'] as const)
    assert.equal(
      closingGate({ ...settled, dangerStands: true }, { reason, told: 'not_possible' }).allowed,
      false,
    );
});

test('an open safety action, a marker not reviewed or a contact still owed stands in front of closing', () => {
  assert.match(reasonFor({ openSafetyActions: 1 }) ?? '', /^1 safety action is still open/);
  assert.match(reasonFor({ openSafetyActions: 2 }) ?? '', /^2 safety actions are still open/);
  assert.match(reasonFor({ markersToReview: 1 }) ?? '', /^1 marker/);
  assert.match(reasonFor({ contactOwed: true }) ?? '', /Contact is still owed/);
});

test('no case is closed over a child or an adult whom nobody has referred, or of whom nobody has heard', () => {
  assert.match(reasonFor({ changesHeld: 1 }) ?? '', /^A change of the tenancy is held/);
  assert.match(reasonFor({ worksGoingOn: 1 }) ?? '', /^A contractor may be on the way/);
  assert.match(reasonFor({ looksOpen: 1 }) ?? '', /^Something in the home is to be looked at again/);
  assert.match(reasonFor({ changesAsked: 1 }) ?? '', /^A change of the tenancy that they asked for is open/);
  assert.match(reasonFor({ movesOpen: 1 }) ?? '', /^A move that they wished for is open/);
  assert.match(reasonFor({ mediationsOpen: 1 }) ?? '', /^Mediation was asked for/);
  assert.match(reasonFor({ openReferrals: 1 }) ?? '', /^1 safeguarding referral is still open/);
  assert.match(reasonFor({ openReferrals: 2 }) ?? '', /^2 safeguarding referrals are still open/);
  for (const { value } of closingReasons) {
    const verdict = closingGate({ ...settled, openReferrals: 1 }, { reason: value, told: 'told' });
    assert.deepEqual(verdict.allowed ? null : verdict.basis, 'safeguarding', value);
  }
});

test('a manager signs where the risk was ever high, or telling them would not be safe', () => {
  assert.equal(needsSignature({ everHigh: true }, done), true);
  assert.equal(needsSignature(settled, { ...done, told: 'unsafe' }), true);
});

test('where somebody died, or a case was opened in error, nobody can be asked: a manager signs', () => {
  const facts = { ...settled, riskLevel: null, contactOwed: true, openSafetyActions: 3 };
  for (const reason of ['died', 'in_error'] as const) {
    const proposed = { reason, told: 'not_possible' } as const;
    assert.equal(closingGate(facts, proposed).allowed, true);
    assert.equal(needsSignature(facts, proposed), true);
  }
});

test('whoever is there to be told is told, or it is said why that would not be safe', () => {
  assert.equal(closingGate(settled, { ...done, told: 'not_possible' }).allowed, false);
});

test('nobody signs off their own closing, and nothing is signed twice', () => {
  const [one, other] = ['one', 'other'] as unknown as [StaffId, StaffId];
  const signs = (by: StaffId, decision: string | null = null) =>
    mayDecide(closingKind, { proposedBy: one, decision }, { by, sight: 'inside', decision: 'signed' })
      .allowed;
  assert.equal(signs(one), false);
  assert.equal(signs(other), true);
  assert.equal(signs(other, 'signed'), false);
});

const anyFacts: fc.Arbitrary<ClosingFacts> = fc.record({
  state: fc.constantFrom('triaged', 'contacted', 'assessed', 'plan_agreed', 'active', 'monitoring'),
  dangerStands: fc.boolean(),
  riskLevel: fc.constantFrom(null, 'standard', 'medium', 'high'),
  riskJudged: fc.boolean(),
  riskCurrent: fc.boolean(),
  everHigh: fc.boolean(),
  loweringWaiting: fc.boolean(),
  openSafetyActions: fc.nat(3),
  markersToReview: fc.nat(3),
  contactOwed: fc.boolean(),
  openReferrals: fc.nat(3),
  changesHeld: fc.nat(2),
  worksGoingOn: fc.nat(2),
  looksOpen: fc.nat(2),
  changesAsked: fc.nat(1),
  movesOpen: fc.nat(1),
  mediationsOpen: fc.nat(1),
});
const anyProposal = fc.record({
  reason: fc.constantFrom(...closingReasons.map(({ value }) => value)),
  told: fc.constantFrom('told' as const, 'unsafe' as const, 'not_possible' as const),
});

test('whatever the facts: the gate opens only where nothing is left to do, or a manager must answer for it', () => {
  fc.assert(
    fc.property(anyFacts, anyProposal, (facts, proposed) => {
      if (!closingGate(facts, proposed).allowed) return;
      assert.equal(facts.dangerStands, false, 'nobody signs away a danger');
      assert.equal(facts.changesHeld, 0);
      assert.equal(facts.worksGoingOn, 0);
      assert.equal(facts.mediationsOpen, 0);
      assert.equal(facts.openReferrals, 0, 'nobody’s signature does away with a referral that is owed');
      const nothingLeft = hurdles(facts).every(({ passed }) => passed);
      assert.ok(nothingLeft || needsSignature(facts, proposed));
    }),
    runs(20_000),
  );
});
