import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listsByLanguage, wordsOfLanguage } from '#kit/telling-words.ts';
import { type LintFacts, lint } from '#rules/message-lint.ts';
import { at } from '#rules/testing.ts';
import { calendarWords, feedText } from './feed.ts';

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

test('no word of a calendar tells: neither the subject, nor a landlord, nor anybody', () => {
  const facts: LintFacts = {
    words: listsByLanguage.flatMap(({ language }) => wordsOfLanguage(language)),
    landlord: ['Mill Lane Homes', 'Lintel'],
    ...{ mayNameLandlord: true, coverReason: '', people: [], numbers: [], callBack: '' },
  };
  const told = (body: string) =>
    lint({ channel: 'calendar', language: 'en', subject: body, body }, facts).map(({ kind }) => kind);
  for (const words of Object.values(calendarWords)) assert.deepEqual(told(words), [], words);
  assert.notDeepEqual(told('Refuge: look first'), [], 'and one that told would be found');
});

test('whatever an appointment is, its words are among those, and there is no place for others', () => {
  const startsAt = at('2026-07-02 10:00');
  const item = { uid: 'f3a1', startsAt, endsAt: startsAt.add({ minutes: 30 }) };
  const text = feedText(
    [false, true].map((lookFirst) => ({ ...item, lookFirst })),
    startsAt,
  );
  const shown = [...text.matchAll(/^(?:SUMMARY|NAME|X-WR-CALNAME):(.*)\r$/gm)].map(([, words]) => words);
  assert.deepEqual(new Set(shown), new Set(Object.values(calendarWords)));
  assert.doesNotMatch(text, /^(?:DESCRIPTION|LOCATION|ATTENDEE|ORGANIZER|URL|COMMENT|CATEGORIES|VALARM)/m);
});
