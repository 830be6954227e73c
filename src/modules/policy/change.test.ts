import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { type ChangeToDecide, type DecidingChange, mayDecideChange, mayPropose } from './change.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const now = { packId: 'ours', version: '1' };
const situation = { today: day('2026-11-18'), waiting: false, held: now };
const propose = (id: string, version: string, from: string, more = {}) => {
  const verdict = mayPropose({ pack: { id, version }, from: day(from) }, { ...situation, ...more });
  return verdict.allowed ? 'yes' : verdict.reason;
};

test('another policy, or another text of this one, may be proposed from today or a later day', () => {
  assert.equal(propose('theirs', '1', '2026-11-18'), 'yes');
  assert.equal(propose('theirs', '1', '2027-01-01'), 'yes');
  assert.equal(propose('ours', '2', '2027-01-01'), 'yes');
  assert.match(propose('theirs', '1', '2026-11-17'), /today or a later day/);
});

test('what holds already is not proposed, nor a second change while one waits', () => {
  assert.match(propose('ours', '1', '2027-01-01'), /already holds on that day/);
  assert.match(propose('theirs', '1', '2027-01-01', { waiting: true }), /One is decided at a time/);
});

const [ada, bram] = ['ada', 'bram'] as StaffId[] as [StaffId, StaffId];
const change: ChangeToDecide = {
  proposedBy: ada,
  decision: null,
  packId: 'theirs',
  packVersion: '1',
  fromDay: day('2026-11-19'),
};
const decide = (deciding: Partial<DecidingChange>, of: Partial<ChangeToDecide> = {}) => {
  const verdict = mayDecideChange(
    { ...change, ...of },
    { by: bram, decision: 'approved', today: day('2026-11-19'), pack: { version: '1' }, ...deciding },
  );
  return verdict.allowed ? 'yes' : verdict.reason;
};

test('another administrator approves or declines; whoever proposed it only takes it back', () => {
  assert.equal(decide({}), 'yes');
  assert.equal(decide({ decision: 'declined' }), 'yes');
  assert.match(decide({ by: ada }), /Another administrator has to decide/);
  assert.match(decide({ by: ada, decision: 'declined' }), /Another administrator has to decide/);
  assert.equal(decide({ by: ada, decision: 'withdrawn' }), 'yes');
  assert.match(decide({ decision: 'withdrawn' }), /Whoever proposed it may withdraw it/);
});

test('what was proposed at a command line is decided by an administrator, and taken back by nobody', () => {
  assert.equal(decide({}, { proposedBy: null }), 'yes');
  assert.match(decide({ decision: 'withdrawn' }, { proposedBy: null }), /others decline it/);
});

test('a policy that has another text by now, or is gone, can be declined and not approved', () => {
  for (const pack of [{ version: '2' }, undefined]) {
    assert.match(decide({ pack }), /another text by now/);
    assert.equal(decide({ pack, decision: 'declined' }), 'yes');
  }
});

test('nothing is approved from a day that has passed, nor decided twice', () => {
  assert.match(decide({ today: day('2026-11-20') }), /has passed/);
  assert.equal(decide({ today: day('2026-11-20'), decision: 'declined' }), 'yes');
  assert.match(decide({}, { decision: 'approved' }), /decided already/);
});
