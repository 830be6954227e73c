import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { whoChecks } from './choosing.ts';
import { mayHandOn, toldNow } from './told.ts';

const team = ['a', 'b', 'c'] as StaffId[];
const [a, b] = team as [StaffId, StaffId];
const about = { of: 'T1 notice_to_quit', before: null, times: 0 };

test('each in turn looks into a change of a tenancy, and never the same one twice in a row', () => {
  const turns = [0, 1, 2].map((times) => whoChecks(team, { ...about, times }));
  assert.deepEqual(new Set(turns), new Set(team));
  for (const before of team)
    for (const times of [0, 1, 2, 3]) assert.notEqual(whoChecks(team, { ...about, before, times }), before);
});

test('over many of them everybody is asked', () => {
  const asked = Array.from({ length: 60 }, (_, tenancy) => whoChecks(team, { ...about, of: `T${tenancy}` }));
  assert.deepEqual(new Set(asked), new Set(team));
});

test('where there is one colleague, it is them again; where there is none, nobody', () => {
  assert.equal(whoChecks([a], { ...about, before: a }), a);
  assert.equal(whoChecks([], about), null);
});

test('whoever was asked, and a manager, have somebody else asked, while it is held', () => {
  const held = { givenTo: a, told: null };
  const may = (event: Parameters<typeof mayHandOn>[0], staff: StaffId, manages = false) =>
    mayHandOn(event, { staff, manages }).allowed;
  assert.ok(may(held, a));
  assert.ok(may(held, b, true));
  assert.ok(!may(held, b));
  assert.ok(!may({ ...held, told: 'go_on' }, a));
  assert.ok(!may({ ...held, givenTo: null }, b, true), 'the program is choosing somebody');
});

test('an answer is told from its morning on', () => {
  const morning = Temporal.Instant.from('2026-11-19T09:00:00Z');
  const answered = { told: 'go_on', toldFrom: morning } as const;
  assert.equal(toldNow(answered, morning.subtract({ seconds: 1 })), null);
  assert.equal(toldNow(answered, morning), 'go_on');
  assert.equal(toldNow({ told: null, toldFrom: null }, morning), null);
});
