import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CaseId } from '#rules/facts.ts';
import { at, office, officeWith, wall } from '#rules/testing.ts';
import { dangerItem } from './danger-items.ts';
import { type DayItem, dayGroups, dayInSum, lookAheadUntil, urgencyOf } from './day.ts';
import { untouchedItem, withoutLeadItem } from './day-items.ts';
import { mayChangeTask, taskDueAt, taskDueInWords } from './tasks.ts';

const now = at('2026-07-01 10:00');
const item = (what: string, when: string | null, differences: Partial<DayItem> = {}): DayItem => ({
  kind: 'task',
  caseId: null,
  reference: null,
  what,
  at: when === null ? null : at(when),
  appointment: false,
  danger: false,
  standsInFor: null,
  href: '/day',
  way: 'Open',
  ...differences,
});
const date = Temporal.PlainDate.from;
const theCase = 'c' as CaseId;
const reader = { calendar: office, standIn: new Map() };
const danger = (id: string, raisedAt: Temporal.Instant) =>
  ({
    ...{
      id,
      raisedAt,
      disclosureId: 'd',
      caseId: null,
      reference: 'D-1',
      how: 'disclosure' as const,
      said: '',
    },
    ...{ outOfHours: true, onCall: [], dealtAt: null, done: null, doneBy: null, dealtByName: null },
    ...{ handedOverAt: null, handedOverTo: [] },
    dealtRecordedAt: null,
    doneAsTold: null,
    doneAsToldByName: null,
  }) as const;

describe('a day', () => {
  test('tells what is overdue from what is due today and what comes next', () => {
    const urgency = (when: string | null, differences?: Partial<DayItem>) =>
      urgencyOf(item('x', when, differences), now, office);
    assert.equal(urgency('2026-07-01 09:59'), 'overdue');
    assert.equal(urgency('2026-07-01 17:00'), 'today');
    assert.equal(urgency('2026-07-02 09:00'), 'next');
    assert.equal(urgency(null), 'waiting');
  });

  test('a visit at nine is still today’s at ten, and overdue only tomorrow', () => {
    const visit = item('x', '2026-07-01 09:00', { appointment: true });
    assert.equal(urgencyOf(visit, now, office), 'today');
    assert.equal(urgencyOf(visit, at('2026-07-02 09:00'), office), 'overdue');
  });

  test('puts danger first, then the earliest', () => {
    const groups = dayGroups(
      [
        item('late', '2026-07-01 16:00'),
        item('early', '2026-07-01 11:00'),
        item('danger', '2026-07-01 17:00', { danger: true }),
      ],
      now,
      office,
    );
    assert.deepEqual(
      groups.flatMap(({ items }) => items.map(({ what }) => what)),
      ['danger', 'early', 'late'],
    );
    assert.equal(dayInSum(groups), '3 today');
  });

  test('says overdue only of what was due at a time; what waits today without one is today’s, on a Sunday too', () => {
    const sunday = at('2026-07-05 16:00');
    const leaderless = withoutLeadItem({
      caseId: theCase,
      reference: 'C-1',
      danger: false,
      high: true,
    });
    assert.equal(leaderless.at, null);
    assert.equal(urgencyOf(leaderless, sunday, office), 'today');
    assert.equal(leaderless.href, `/cases/${theCase}/allocation`, 'where somebody can choose who leads it');
    const since = at('2026-06-19 10:00');
    const quiet = untouchedItem(
      { caseId: theCase, reference: 'C-1', danger: false, leadId: null, since },
      reader,
    );
    assert.equal(urgencyOf(quiet, sunday, office), 'today', 'no time was promised for it');
    assert.match(quiet.what, /^Nobody has acted since Friday 19 June 2026 at 10:00$/);
    const told = at('2026-07-05 15:39');
    const within = dangerItem(danger('1', told), reader, { hours: 1 });
    assert.equal(wall(within.at ?? told), 'Sun 2026-07-05 16:39', 'not late a minute after it was told');
    assert.equal(
      dangerItem(danger('1', told), reader, undefined).at,
      null,
      'where no time is promised none is late',
    );
  });

  test('counts people in danger, and not the lines that tell of them', () => {
    const lines = [
      item('danger', null, { kind: 'danger', danger: true, reference: 'D-1' }),
      item('triage', null, { kind: 'triage', danger: true, reference: 'D-1' }),
      item('danger', null, { kind: 'danger', danger: true, reference: 'D-2' }),
      item('triage', null, { kind: 'triage', danger: true, reference: 'D-2' }),
    ];
    assert.equal(dayInSum(dayGroups(lines, now, office)), '2 in danger');
  });

  test('looks seven working days ahead, over a weekend and a bank holiday', () => {
    assert.equal(wall(lookAheadUntil(now, office)), 'Fri 2026-07-10 23:59');
    assert.equal(wall(lookAheadUntil(at('2026-12-22 10:00'), office)), 'Mon 2027-01-04 23:59');
  });
});

describe('a task', () => {
  test('is due when the office closes on its day or, where it is closed then, on the last one before', () => {
    assert.equal(wall(taskDueAt(date('2026-07-03'), office)), 'Fri 2026-07-03 17:00');
    assert.equal(wall(taskDueAt(date('2026-07-04'), office)), 'Fri 2026-07-03 17:00');
    const closed = officeWith({ closures: ['2026-07-03'] });
    assert.equal(wall(taskDueAt(date('2026-07-04'), closed)), 'Thu 2026-07-02 17:00');
  });

  test('says when in words', () => {
    const words = (day: string) => taskDueInWords(date(day), office, now);
    assert.equal(words('2026-07-02'), 'due tomorrow by 17:00');
    assert.equal(words('2026-06-29'), 'overdue by 1 working day');
  });

  test('that is done or dropped stays so', () => {
    assert.equal(mayChangeTask('open').allowed, true);
    assert.equal(mayChangeTask('done').allowed, false);
    assert.equal(mayChangeTask('dropped').allowed, false);
  });
});
