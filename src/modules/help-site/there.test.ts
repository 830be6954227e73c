import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '#kit/html.ts';
import { calendarOf } from '#packs/bank-holidays/bank-holidays.ts';
import { officeWith } from '#rules/testing.ts';
import { triedPacks } from '../../../tests/packs.ts';
import { whoIsThere } from './there.ts';
import { whenRead } from './views/there.ts';

const christmas = ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'].map((day) => ({ day, since: 0 }));
const closed = officeWith({}, christmas);

/** What a page says at a moment of London. */
function said(at: string, calendar = closed): string {
  const now = Temporal.ZonedDateTime.from(`${at}[Europe/London]`).toInstant();
  return render(whenRead(whoIsThere(now, calendar), 'below'))
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ');
}

describe('whoever tells us something', () => {
  test('on a working day learns until when it is read today, and not before when after that', () => {
    assert.equal(
      said('2026-11-10T10:00'),
      'When you tell us something: somebody reads it today until 17:00, ' +
        'and after that not before Wednesday 11 November 2026 at 09:00.',
    );
  });

  test('before the office opens, at night and at a weekend learns that nobody may read it before then', () => {
    assert.match(said('2026-11-10T08:59'), /nobody may read it before Tuesday 10 November 2026 at 09:00/);
    assert.match(said('2026-11-10T17:00'), /nobody may read it before Wednesday 11 November 2026 at 09:00/);
    assert.match(said('2026-11-14T12:00'), /nobody may read it before Monday 16 November 2026 at 09:00/);
  });

  test('on a day that the landlord closed learns the first day after all of them, and what to do until then', () => {
    const words = said('2026-12-24T11:00');
    assert.match(words, /nobody may read it before Friday 1 January 2027 at 09:00/);
    assert.match(words, /Until then, in danger, call 999; or talk to somebody at one of the numbers below/);
    assert.doesNotMatch(words, /today until/);
  });

  test('just before, learns it for the days to come', () => {
    assert.match(
      said('2026-12-23T16:00'),
      /today until 17:00, and after that not before Friday 1 January 2027 at 09:00\. Until then, in danger, call 999/,
    );
    assert.match(
      said('2026-12-18T10:00'),
      /From Thursday 24 December 2026 to Thursday 31 December 2026 nobody is there; somebody is again on Friday 1 Jan/,
    );
    assert.doesNotMatch(said('2026-12-16T10:00'), /nobody is there/, 'eight days before');
  });

  test('is told of a bank holiday as of a day that the landlord closed, with the weekend around it', () => {
    assert.match(
      said('2026-08-27T10:00', officeWith({})),
      /From Saturday 29 August 2026 to Monday 31 August 2026 nobody is there/,
    );
    assert.match(
      said('2026-11-10T10:00', officeWith({}, [{ day: '2026-11-12', since: 0 }])),
      /On Thursday 12 November 2026 nobody is there; somebody is again on Friday 13 November 2026 at 09:00/,
    );
  });

  test('is never told why', () => {
    for (const at of ['2026-12-18T10:00', '2026-12-25T10:00', '2026-08-31T10:00'])
      assert.doesNotMatch(said(at), /closed|closure|holiday|training|christmas|agreed/i);
  });

  test('is told the hours of each landlord’s own policy', () => {
    for (const pack of triedPacks) {
      const { opens, closes } = pack.calendar;
      const words = said('2026-11-10T12:00', calendarOf(pack.calendar));
      assert.ok(words.includes(`today until ${closes}`), words);
      assert.ok(words.includes(`at ${opens}`), words);
    }
  });
});
