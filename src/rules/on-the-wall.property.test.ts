import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dateInWords, momentInWords, shortDate } from './moment.ts';
import { onTheWall } from './on-the-wall.ts';
import { office } from './testing.ts';

const years = (first: number, last: number) =>
  fc.integer({ min: Date.UTC(first, 0, 1), max: Date.UTC(last, 11, 31) });
const somewhere = (timeZone: string): WorkingCalendar => ({
  ...office,
  rules: { ...office.rules, timeZone },
});
const zones = ['Europe/London', 'UTC', 'Europe/Lisbon', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns'];

describe('what the clock on the wall of an office says', () => {
  test('is what Temporal says of every moment, wherever the office is', () => {
    fc.assert(fc.property(years(1850, 2150), fc.constantFrom(...zones), holdsAt), runs(2_000));
  });

  test('and around each change of the clocks, to the millisecond', () => {
    for (let year = 1996; year <= 2060; year += 1) {
      for (
        let change = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[Europe/London]`).getTimeZoneTransition(
          'next',
        );
        change?.year === year;
        change = change.getTimeZoneTransition('next')
      )
        for (const near of [-1, 0, 1]) holdsAt(change.epochMilliseconds + near, 'Europe/London');
    }
  });

  test('and its words are those of Intl', () => {
    const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
    const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
    const moment = new Intl.DateTimeFormat('en-GB', {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' },
    });
    fc.assert(
      fc.property(years(1850, 2150), (at) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(at);
        const date = instant.toZonedDateTimeISO('Europe/London').toPlainDate();
        const wall = onTheWall(instant, office);
        assert.equal(dateInWords(wall), long.format(date));
        // Intl alone writes Sept.
        assert.equal(shortDate(wall), short.format(date).replace('Sept', 'Sep'));
        assert.equal(momentInWords(instant, office), moment.format(at).replace(',', ''));
      }),
      runs(2_000),
    );
  });
});

function holdsAt(at: number, zone: string): void {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const { year, month, day, dayOfWeek, hour, minute } = instant.toZonedDateTimeISO(zone);
  const said = onTheWall(instant, somewhere(zone));
  assert.deepEqual(said, { year, month, day, dayOfWeek, hour, minute }, `${instant} in ${zone}`);
}
