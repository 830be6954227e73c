import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '#rules/testing.ts';
import { feedText } from './feed.ts';

test('a calendar learns when, and nothing else: no name, no place, no reference, not what it is about', () => {
  const startsAt = at('2026-07-02 10:00');
  const text = feedText(
    [{ uid: 'f3a1', startsAt, endsAt: startsAt.add({ minutes: 30 }), lookFirst: false }],
    at('2026-07-01 10:00'),
  );
  assert.equal(
    text.trim(),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Lintel//Appointments//EN',
      'NAME:Appointments',
      'X-WR-CALNAME:Appointments',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:f3a1',
      'SEQUENCE:0',
      'DTSTAMP:20260701T090000Z',
      'DTSTART:20260702T090000Z',
      'DTEND:20260702T093000Z',
      'SUMMARY:Appointment',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
  );
});

test('an appointment that is not agreed any more says to look first, and nothing else', () => {
  const startsAt = at('2026-07-02 10:00');
  const item = { uid: 'f3a1', startsAt, endsAt: startsAt.add({ minutes: 30 }), lookFirst: true };
  assert.match(feedText([item], startsAt), /^SUMMARY:Appointment: look first\r$/m);
});
