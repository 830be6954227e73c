import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { type Claim, claimInShort, claimState, claimUntil, claimWords, firstWords } from './claim.ts';

const calendar = workingCalendar(
  {
    timeZone: 'Europe/London',
    division: 'england-and-wales',
    workingDays: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '17:00',
    cutOff: null,
    outOfHoursTarget: '11:00',
    closures: [],
  },
  [],
);
const [ada, bram] = ['ada', 'bram'] as unknown as [StaffId, StaffId];
const at = Temporal.Instant.from('2026-11-20T16:05:00Z');
const claim: Claim = {
  id: 'k',
  staffId: ada,
  name: 'Ada Keel',
  at,
  until: claimUntil(at, calendar),
  why: '',
};
const seen = (staff: StaffId, time: string) => ({ staff, now: Temporal.Instant.from(time), calendar });

test('what somebody has on Friday afternoon is theirs for two working hours, until Monday morning', () => {
  assert.equal(claim.until.toString(), '2026-11-23T10:05:00Z');
  assert.equal(claimState(claim, seen(bram, '2026-11-23T10:04:59Z')), 'theirs');
  assert.equal(claimState(claim, seen(bram, '2026-11-23T10:05:00Z')), 'left');
  assert.equal(claimState(claim, seen(ada, '2026-11-23T10:05:00Z')), 'left');
  assert.equal(claimState(null, seen(ada, '2026-11-23T10:05:00Z')), 'nobody');
});

test('whoever comes second reads who has it since when, and to speak to them before ringing', () => {
  assert.equal(
    claimWords(claim, seen(bram, '2026-11-20T16:30:00Z')),
    'Ada Keel has this since 16:05: speak to them before you ring',
  );
  assert.match(
    claimWords(claim, seen(bram, '2026-11-23T09:30:00Z')),
    /since Friday 20 November 2026 at 16:05/,
  );
  assert.equal(claimWords(claim, seen(ada, '2026-11-20T16:30:00Z')), 'You have this since 16:05');
  assert.match(
    claimWords(claim, seen(bram, '2026-11-23T11:00:00Z')),
    /more than two working hours ago: ask them/,
  );
  assert.equal(claimInShort(claim, seen(bram, '2026-11-20T16:30:00Z')), 'Ada Keel has this since 16:05');
});

test('whoever says second that they have it is told who said so first and when', () => {
  const bramNow = seen(bram, '2026-11-20T16:10:00Z');
  assert.equal(
    firstWords(claim, false, bramNow),
    'Ada Keel said first, at 16:05, that they have this. You do not have it.',
  );
  assert.match(firstWords(claim, false, seen(ada, '2026-11-20T16:10:00Z')), /^You said at 16:05/);
  assert.match(firstWords(null, true, bramNow), /triaged meanwhile/);
});
