import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from './facts.ts';
import { type Decided, mayShare, type SharingFacts } from './may-share.ts';

const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const by = 'ada' as StaffId;
const referral: Decided = {
  ...{ recipientId: 'hub', purpose: 'safety', kinds: ['who', 'account'], sort: 'council', ground: null },
  ...{ decidedBy: by, decidedAt: now.subtract({ hours: 24 * 60 }), droppedAt: null, safeguards: true },
};
const everythingAgainst: SharingFacts = {
  ...{ consents: [], moment: { now, timeZone: 'Europe/London', closedAt: null }, landlord: null },
  ...{
    recipientEndedAt: null,
    second: { decision: 'declined', by: 'bram' as StaffId },
    danger: false,
    inDoubt: false,
  },
  ...{ closed: true, inConflict: [by], mayNotLeave: 3 },
};

test('a referral for safeguarding leaves whatever is missing, and what it overrides is kept', () => {
  const gate = mayShare(referral, everythingAgainst);
  assert.ok(gate.open);
  assert.equal(gate.second, 'safeguarding');
  assert.equal(gate.on, 'ground');
  const reasons = gate.overridden?.map(({ reason }) => reason).join(' ') ?? '';
  for (const said of [/closed/, /conflict/, /28 days/, /second person/, /may not go/, /not asked/])
    assert.match(reasons, said);
});

test('the same of anything else stays here', () => {
  assert.equal(mayShare({ ...referral, safeguards: false }, everythingAgainst).open, false);
});

test('it goes nowhere once it was decided that it does not, or whoever takes it has changed', () => {
  assert.equal(mayShare({ ...referral, droppedAt: now }, everythingAgainst).open, false);
  assert.equal(mayShare(referral, { ...everythingAgainst, recipientEndedAt: now }).open, false);
});
