import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Role, StaffId } from '#rules/facts.ts';
import { at, office } from '#rules/testing.ts';
import { dutyFor, whenInWords } from './safe-moment.ts';

const [lead, other, kin, director] = ['lead', 'other', 'kin', 'director'] as unknown as readonly [
  StaffId,
  StaffId,
  StaffId,
  StaffId,
];
const now = at('2026-07-01 11:00');
const span = (staffId: StaffId) => ({ staffId, from: now, to: at('2026-07-01 17:00') });

test('only those who may see the case can make contact, and whoever leads it is asked first', () => {
  const wall = { leadId: lead, grantedStaff: [], grantedRoles: ['da_worker' as Role], blockedStaff: [kin] };
  const members = [other, kin, lead].map((id) => ({ id, roles: ['da_worker' as Role] }));
  const duty = dutyFor(
    wall,
    [...members, { id: director, roles: ['director'] }],
    [span(other), span(kin), span(director), span(lead)],
  );
  assert.deepEqual(
    duty.map(({ staffId }) => staffId),
    [lead, other],
  );
});

test('a moment is said as one would say it', () => {
  const said = (from: string, to: string) =>
    whenInWords({ kind: 'at', staffId: lead, from: at(from), to: at(to) }, now, office);
  assert.equal(said('2026-07-01 11:00', '2026-07-01 14:00'), 'now, until 14:00');
  assert.equal(said('2026-07-01 14:00', '2026-07-01 15:30'), 'today 14:00 to 15:30');
  assert.equal(said('2026-07-02 10:00', '2026-07-02 11:00'), 'tomorrow 10:00 to 11:00');
  assert.equal(said('2026-07-06 10:00', '2026-07-06 11:00'), 'on Monday 6 July 10:00 to 11:00');
  assert.equal(said('2027-01-04 10:00', '2027-01-04 11:00'), 'on Monday 4 January 2027 10:00 to 11:00');
});
