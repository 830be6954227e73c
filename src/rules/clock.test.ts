import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aroundAgreed,
  countsAsReceivedOn,
  dueAt,
  escalations,
  internalTarget,
  outOfHours,
  settle,
} from './clock.ts';
import type { DueRule } from './pack.ts';
import { at, office, officeWith, wall } from './testing.ts';

const sameDay: DueRule = { within: 'same-working-day' };
const due = (received: string, rule: DueRule = sameDay, calendar = office) =>
  wall(dueAt(rule, at(received), calendar));

describe('contact on the same working day', () => {
  test('a disclosure at 16:55 is still due today', () => {
    assert.equal(due('2026-07-01 16:55'), 'Wed 2026-07-01 17:00');
  });

  test('a disclosure in the last second before closing is due today', () => {
    assert.equal(due('2026-07-01 16:59:59.999'), 'Wed 2026-07-01 17:00');
  });

  test('a disclosure at 17:00, or at midnight, is due on the next working day', () => {
    assert.equal(due('2026-07-01 17:00'), 'Thu 2026-07-02 17:00');
    assert.equal(due('2026-07-02 00:00'), 'Thu 2026-07-02 17:00');
  });

  test('a disclosure before opening time is due that same day, not a day later', () => {
    assert.equal(due('2026-07-01 07:30'), 'Wed 2026-07-01 17:00');
  });

  test('a disclosure on Friday evening, Saturday or Sunday is due on Monday', () => {
    for (const received of ['2026-07-03 18:00', '2026-07-04 10:00', '2026-07-05 23:59'])
      assert.equal(due(received), 'Mon 2026-07-06 17:00');
  });

  test('on a bank-holiday Monday it is due on Tuesday, and so is the Saturday before', () => {
    assert.equal(due('2026-05-25 10:00'), 'Tue 2026-05-26 17:00');
    assert.equal(due('2026-05-23 10:00'), 'Tue 2026-05-26 17:00');
  });

  test('over Easter 2026, Thursday evening is due on the Tuesday after', () => {
    assert.equal(due('2026-04-02 17:01'), 'Tue 2026-04-07 17:00');
  });

  test('the substitute for Boxing Day 2026 is no working day', () => {
    assert.equal(due('2026-12-24 17:00'), 'Tue 2026-12-29 17:00');
    assert.equal(due('2026-12-28 10:00'), 'Tue 2026-12-29 17:00');
  });

  test('27 and 28 December 2027 and 3 January 2028 are no working days', () => {
    assert.equal(due('2027-12-27 10:00'), 'Wed 2027-12-29 17:00');
    assert.equal(due('2027-12-31 17:30'), 'Tue 2028-01-04 17:00');
  });

  test('when the clocks go forward, a Saturday disclosure is due at 17:00 on Monday by the new time', () => {
    assert.equal(dueAt(sameDay, at('2026-03-28 10:00'), office).toString(), '2026-03-30T16:00:00Z');
  });

  test('when the clocks go back, a Saturday disclosure is due at 17:00 on Monday by the new time', () => {
    assert.equal(dueAt(sameDay, at('2026-10-24 10:00'), office).toString(), '2026-10-26T17:00:00Z');
  });

  test('in the hour that the clocks repeat, both readings are due on Monday', () => {
    for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
      assert.equal(wall(dueAt(sameDay, Temporal.Instant.from(instant), office)), 'Mon 2026-10-26 17:00');
  });

  test('a leap day is a day like another', () => {
    assert.equal(due('2028-02-29 10:00'), 'Tue 2028-02-29 17:00');
    assert.equal(due('2028-02-28 17:00'), 'Tue 2028-02-29 17:00');
  });

  test('a day on which the landlord’s office is closed is passed over', () => {
    const closedThatDay = officeWith({ closures: ['2026-07-02'] });
    assert.equal(due('2026-07-02 10:00', sameDay, closedThatDay), 'Fri 2026-07-03 17:00');
  });

  test('a landlord with a cut-off at 16:00 counts what comes after it as received the next working day', () => {
    const calendar = officeWith({ cutOff: '16:00' });
    assert.equal(due('2026-07-01 15:59', sameDay, calendar), 'Wed 2026-07-01 17:00');
    assert.equal(due('2026-07-03 16:00', sameDay, calendar), 'Mon 2026-07-06 17:00');
  });
});

describe('other deadlines', () => {
  test('four working hours from 15:00 on Friday end at 11:00 on Monday', () => {
    assert.equal(due('2026-07-03 15:00', { workingHours: 4 }), 'Mon 2026-07-06 11:00');
  });

  test('four working hours from Saturday begin on Monday morning', () => {
    assert.equal(due('2026-07-04 15:00', { workingHours: 4 }), 'Mon 2026-07-06 13:00');
  });

  test('working hours that end exactly at closing time end that day', () => {
    assert.equal(due('2026-07-01 13:00', { workingHours: 4 }), 'Wed 2026-07-01 17:00');
  });

  test('working days are counted from the day on which it counts as received', () => {
    assert.equal(due('2026-07-03 10:00', { workingDays: 1 }), 'Mon 2026-07-06 17:00');
    assert.equal(due('2026-07-03 17:00', { workingDays: 1 }), 'Tue 2026-07-07 17:00');
  });

  test('calendar days that end on a weekend are due on the Friday before, never after it', () => {
    assert.equal(due('2026-07-03 10:00', { calendarDays: 28 }), 'Fri 2026-07-31 17:00');
    assert.equal(due('2026-07-04 10:00', { calendarDays: 28 }), 'Fri 2026-07-31 17:00');
    assert.equal(due('2026-07-03 10:00', { calendarDays: 1 }), 'Fri 2026-07-03 17:00');
  });

  test('a high risk of 18 December is looked at again on Christmas Eve, not on the 29th', () => {
    for (const rated of ['2026-12-18 10:00', '2026-12-19 10:00', '2026-12-20 10:00', '2026-12-21 10:00'])
      assert.equal(due(rated, { calendarDays: 7 }), 'Thu 2026-12-24 17:00', rated);
    assert.equal(
      due('2026-12-22 10:00', { calendarDays: 7 }),
      'Tue 2026-12-29 17:00',
      'a day on which it is open',
    );
  });

  test('where the landlord closes from Christmas Eve to New Year, it is looked at before that', () => {
    const closures = ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'];
    const closed = officeWith({ closures });
    for (const rated of ['2026-12-17 10:00', '2026-12-21 10:00', '2026-12-23 10:00'])
      assert.equal(due(rated, { calendarDays: 7 }, closed), 'Wed 2026-12-23 17:00', rated);
  });

  test('what begins when the office is closed, and would end so, is due on the first day on which it is open', () => {
    assert.equal(due('2026-12-25 10:00', { calendarDays: 1 }), 'Tue 2026-12-29 17:00');
    assert.equal(due('2026-07-03 18:00', { calendarDays: 2 }), 'Mon 2026-07-06 17:00');
  });

  test('a day that was agreed with the person is never kept before it: “not before Christmas” is a wish', () => {
    const agreed = (day: string) =>
      wall(dueAt({ agreed: true }, at('2026-12-14 10:00'), office, Temporal.PlainDate.from(day)));
    assert.equal(agreed('2026-12-25'), 'Tue 2026-12-29 17:00');
    assert.equal(agreed('2026-12-27'), 'Tue 2026-12-29 17:00');
    assert.equal(agreed('2026-12-22'), 'Tue 2026-12-22 17:00');
  });
});

describe('what was promised for a moment', () => {
  const rule: DueRule = { agreedTime: { minutes: 15, writtenWithinMinutes: 60 } };
  const four = at('2026-07-01 16:00');
  const began = at('2026-07-01 10:00');

  test('“I will ring you at four” is due a quarter of an hour after four, in the evening and on a Sunday too', () => {
    const promised = (moment: string) => wall(dueAt(rule, began, office, at(moment)));
    assert.equal(promised('2026-07-01 16:00'), 'Wed 2026-07-01 16:15');
    assert.equal(promised('2026-07-01 20:30'), 'Wed 2026-07-01 20:45');
    assert.equal(promised('2026-07-05 10:00'), 'Sun 2026-07-05 10:15');
  });

  test('nobody writes while they talk: it is known in time for an hour after that, and no longer', () => {
    const around = aroundAgreed(rule, four);
    assert.equal(around && wall(around.from), 'Wed 2026-07-01 15:45');
    const clock = { stops: ['call.rung'] as const, byPlan: [] };
    const stands = (rung: string, written: string) =>
      settle(
        {
          ...{ clock, dueAt: dueAt(rule, began, office, four), writtenBy: around?.writtenBy ?? null },
          happened: [{ name: 'call.rung', at: at(rung), recordedAt: at(written) }],
        },
        at(written),
      ).state;
    assert.equal(stands('2026-07-01 16:14', '2026-07-01 17:15'), 'met');
    assert.equal(stands('2026-07-01 16:14', '2026-07-01 17:16'), 'recorded_late');
    assert.equal(stands('2026-07-01 16:16', '2026-07-01 16:20'), 'breached', 'rung late is late');
  });
});

describe('what cannot wait for the morning', () => {
  const rule: DueRule = { hours: 1 };

  test('an hour is an hour, on Christmas night too', () => {
    assert.equal(due('2026-12-25 23:30', rule), 'Sat 2026-12-26 00:30');
    assert.equal(due('2026-07-01 16:59', rule), 'Wed 2026-07-01 17:59');
  });

  test('people are reminded within that hour, not on the next working day', () => {
    const started = at('2026-12-25 23:30');
    const moments = escalations(started, dueAt(rule, started, office), [0.5, 1], office, rule);
    assert.deepEqual(moments.map(wall), ['Sat 2026-12-26 00:00', 'Sat 2026-12-26 00:30']);
  });
});

describe('escalation', () => {
  const shares = [0.5, 0.75, 1];
  const moments = (received: string, calendar = office) =>
    escalations(at(received), dueAt(sameDay, at(received), calendar), shares, calendar).map(wall);

  test('a disclosure at opening time is escalated at 13:00, 15:00 and when it is due', () => {
    assert.deepEqual(moments('2026-07-01 09:00'), [
      'Wed 2026-07-01 13:00',
      'Wed 2026-07-01 15:00',
      'Wed 2026-07-01 17:00',
    ]);
  });

  test('half of a Saturday disclosure’s time lies on Monday', () => {
    assert.deepEqual(moments('2026-07-04 10:00'), [
      'Mon 2026-07-06 13:00',
      'Mon 2026-07-06 15:00',
      'Mon 2026-07-06 17:00',
    ]);
  });

  test('with five minutes left, the warnings still come one after another before it is due', () => {
    const started = at('2026-07-01 16:55');
    const [half, most, end] = escalations(started, at('2026-07-01 17:00'), shares, office);
    assert.equal(half?.toString(), '2026-07-01T15:57:30Z');
    assert.equal(most?.toString(), '2026-07-01T15:58:45Z');
    assert.equal(end?.toString(), '2026-07-01T16:00:00Z');
  });

  test('a deadline that leaves no working time is escalated when it is due, never after', () => {
    const saturday = [at('2026-07-04 10:00'), at('2026-07-04 12:00')] as const;
    assert.deepEqual(escalations(...saturday, [0.5, 1], office).map(wall), [
      'Sat 2026-07-04 12:00',
      'Sat 2026-07-04 12:00',
    ]);
  });

  test('after a cut-off the warnings wait for the next morning', () => {
    assert.deepEqual(moments('2026-07-01 16:30', officeWith({ cutOff: '16:00' })), [
      'Thu 2026-07-02 13:00',
      'Thu 2026-07-02 15:00',
      'Thu 2026-07-02 17:00',
    ]);
  });
});

describe('out of hours', () => {
  test('the office is open from 09:00 until just before 17:00 on a working day', () => {
    const open = ['2026-07-01 09:00', '2026-07-01 16:59:59'];
    const shut = ['2026-07-01 08:59:59', '2026-07-01 17:00', '2026-07-04 10:00', '2026-05-25 10:00'];
    assert.deepEqual(
      open.map((received) => outOfHours(at(received), office)),
      [false, false],
    );
    assert.deepEqual(
      shut.map((received) => outOfHours(at(received), office)),
      [true, true, true, true],
    );
  });

  test('the team aims for noon of the working day on which it counts as received', () => {
    const target = internalTarget(at('2026-07-04 10:00'), office);
    assert.equal(target && wall(target), 'Mon 2026-07-06 12:00');
    const early = internalTarget(at('2026-07-01 07:30'), office);
    assert.equal(early && wall(early), 'Wed 2026-07-01 12:00');
  });

  test('within hours there is no separate target: the promise is all', () => {
    assert.equal(internalTarget(at('2026-07-01 10:00'), office), null);
  });

  test('a Sunday disclosure counts as received on Monday', () => {
    assert.equal(countsAsReceivedOn(at('2026-07-05 10:00'), office).toString(), '2026-07-06');
  });
});
