import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { remaining } from './remaining-time.ts';
import { at, office } from './testing.ts';

const says = (now: string, due: string) => remaining(at(now), at(due), office);

describe('what a page says of the time left', () => {
  test('in the morning it names the time of day', () => {
    assert.equal(says('2026-07-01 09:30', '2026-07-01 17:00'), 'due today by 17:00');
  });

  test('in the last two hours it counts hours, then minutes, and rounds down', () => {
    assert.equal(says('2026-07-01 15:00', '2026-07-01 17:00'), '2 working hours left');
    assert.equal(says('2026-07-01 15:01', '2026-07-01 17:00'), '1 working hour left');
    assert.equal(says('2026-07-01 16:01', '2026-07-01 17:00'), '59 minutes left');
    assert.equal(says('2026-07-01 16:58:30', '2026-07-01 17:00'), '1 minute left');
    assert.equal(says('2026-07-01 16:59:30', '2026-07-01 17:00'), 'due now');
    assert.equal(says('2026-07-01 17:00', '2026-07-01 17:00'), 'due now');
  });

  test('before the office opens it counts from opening time', () => {
    assert.equal(says('2026-07-01 07:00', '2026-07-01 10:30'), '1 working hour left');
  });

  test('for later days it names the day', () => {
    assert.equal(says('2026-07-01 18:00', '2026-07-02 17:00'), 'due tomorrow by 17:00');
    assert.equal(says('2026-07-04 10:00', '2026-07-06 17:00'), 'due Monday by 17:00');
    assert.equal(says('2026-07-01 10:00', '2026-07-08 11:30'), 'due Wednesday 8 July by 11:30');
    assert.equal(says('2026-12-20 10:00', '2027-01-04 17:00'), 'due Monday 4 January 2027 by 17:00');
  });

  test('what is overdue is counted in office time', () => {
    assert.equal(says('2026-07-01 17:30', '2026-07-01 17:00'), 'overdue since 17:00 today');
    assert.equal(says('2026-07-02 09:30', '2026-07-01 17:00'), 'overdue since 17:00 yesterday');
    assert.equal(says('2026-07-05 12:00', '2026-07-03 17:00'), 'overdue since 17:00 on Friday');
    assert.equal(says('2026-07-02 11:00', '2026-07-01 17:00'), 'overdue by 2 working hours');
    assert.equal(says('2026-07-02 17:00', '2026-07-01 17:00'), 'overdue by 1 working day');
    assert.equal(says('2026-07-06 10:00', '2026-07-01 17:00'), 'overdue by 2 working days');
  });

  test('a promise broken long ago is named by its date', () => {
    assert.equal(says('2026-07-31 10:00', '2026-07-01 17:00'), 'overdue since Wednesday 1 July');
    assert.equal(says('2027-07-31 10:00', '2026-07-01 17:00'), 'overdue since Wednesday 1 July 2026');
  });

  test('no working time passes over a bank-holiday weekend, and it is overdue all the same', () => {
    assert.equal(says('2026-05-25 12:00', '2026-05-22 17:00'), 'overdue since 17:00 on Friday');
  });

  test('a call that was promised for a time is due at that time, and overdue since then', () => {
    const call = (now: string, due: string) =>
      remaining(at(now), at(due), office, { agreedTime: { minutes: 15, writtenWithinMinutes: 60 } });
    assert.equal(call('2026-07-01 15:24', '2026-07-01 16:00'), 'due today at 16:00');
    assert.equal(call('2026-07-01 07:24', '2026-07-01 08:00'), 'due today at 08:00');
    assert.equal(call('2026-07-01 15:24', '2026-07-01 23:59'), 'due today at 23:59');
    assert.equal(call('2026-07-01 15:24', '2026-07-02 10:00'), 'due tomorrow at 10:00');
    assert.equal(call('2026-07-01 16:00:30', '2026-07-01 16:00'), 'overdue since 16:00 today');
    assert.equal(call('2026-07-02 16:00', '2026-07-01 10:00'), 'overdue since 10:00 yesterday');
  });

  test('an hour that runs by day and by night is an hour at night and at the weekend too', () => {
    const danger = (now: string, due: string) => remaining(at(now), at(due), office, { hours: 1 });
    assert.equal(danger('2026-07-05 03:10', '2026-07-05 04:10'), '1 hour left');
    assert.equal(danger('2026-07-05 03:11', '2026-07-05 04:10'), '59 minutes left');
    assert.equal(danger('2026-07-05 04:11', '2026-07-05 04:10'), 'overdue since 04:10 today');
  });
});
