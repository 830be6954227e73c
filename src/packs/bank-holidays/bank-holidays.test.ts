import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { workingDay } from '#rules/calendar.ts';
import { officeRules } from '#rules/testing.ts';
import { bankHolidaysRunOut, bundledBankHolidays, calendarOf, parseBankHolidays } from './bank-holidays.ts';

type Division = keyof typeof bundledBankHolidays;

function closed(division: Division, ...dates: readonly string[]) {
  const calendar = calendarOf({ ...officeRules, division });
  return dates.map((date) => !workingDay(Temporal.PlainDate.from(date), calendar));
}

describe('the bank holidays that come with Lintel', () => {
  test('reach from 2023 to the end of 2028 in every division', () => {
    for (const holidays of Object.values(bundledBankHolidays)) {
      assert.equal(holidays[0]?.date, '2023-01-02');
      assert.equal(holidays.at(-1)?.date, '2028-12-26');
      const years = new Set(holidays.map((holiday) => holiday.date.slice(0, 4)));
      assert.equal(years.size, 6);
    }
  });

  test('all fall on a Monday to Friday, each once', () => {
    for (const holidays of Object.values(bundledBankHolidays)) {
      const dates = holidays.map((holiday) => holiday.date);
      assert.equal(new Set(dates).size, dates.length);
      for (const date of dates) assert.ok(Temporal.PlainDate.from(date).dayOfWeek <= 5, date);
    }
  });

  test('know the substitute days of Christmas 2026, Christmas 2027 and New Year 2028', () => {
    assert.deepEqual(closed('england-and-wales', '2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03'), [
      true,
      true,
      true,
      true,
    ]);
  });

  test('know the Coronation of 2023', () => {
    assert.deepEqual(closed('england-and-wales', '2023-05-08'), [true]);
  });

  test('in Scotland are 2 January, the first Monday of August, 30 November and 15 June 2026, not Easter Monday', () => {
    assert.deepEqual(
      closed('scotland', '2026-01-02', '2026-08-03', '2026-11-30', '2026-06-15', '2026-04-06', '2026-08-31'),
      [true, true, true, true, false, false],
    );
    assert.deepEqual(closed('england-and-wales', '2026-01-02', '2026-08-03', '2026-06-15'), [
      false,
      false,
      false,
    ]);
  });

  test('in Northern Ireland are 17 March and 12 July too, or the Monday after', () => {
    assert.deepEqual(closed('northern-ireland', '2026-03-17', '2026-07-13', '2027-07-12', '2026-04-06'), [
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('a newer file from GOV.UK', () => {
  const events = [
    { title: 'Good Friday', date: '2029-03-30', notes: '', bunting: false },
    { title: 'New Year’s Day', date: '2029-01-01', notes: '', bunting: true },
  ];
  const file = (england: unknown) => ({
    'england-and-wales': { division: 'england-and-wales', events: england },
    scotland: { division: 'scotland', events },
    'northern-ireland': { division: 'northern-ireland', events },
  });

  test('is read, and put in order', () => {
    const read = parseBankHolidays(file(events));
    assert.ok(read.ok);
    assert.deepEqual(
      read.holidays['england-and-wales'].map((holiday) => holiday.date),
      ['2029-01-01', '2029-03-30'],
    );
  });

  test('is refused with the place where it is wrong', () => {
    const read = parseBankHolidays(file([{ title: 'New Year’s Day', date: '01/01/2029' }]));
    assert.ok(!read.ok);
    assert.equal(read.problems[0]?.path, 'england-and-wales.events[0].date');
    assert.equal(parseBankHolidays({ scotland: {} }).ok, false);
    assert.equal(parseBankHolidays(file([])).ok, false);
    assert.equal(parseBankHolidays(null).ok, false);
  });
});

describe('the warning that bank holidays run out', () => {
  const holidays = bundledBankHolidays['england-and-wales'];
  const on = (date: string) => bankHolidaysRunOut(holidays, Temporal.PlainDate.from(date));

  test('comes when fewer than 90 days of them are left', () => {
    assert.equal(on('2026-11-22'), null);
    assert.equal(on('2028-09-27'), null);
    assert.deepEqual(on('2028-09-28'), { lastKnown: '2028-12-26', daysLeft: 89 });
  });

  test('stays after the last one, and where there is none at all', () => {
    assert.deepEqual(on('2029-02-01'), { lastKnown: '2028-12-26', daysLeft: 0 });
    assert.deepEqual(bankHolidaysRunOut([], Temporal.PlainDate.from('2026-11-22')), {
      lastKnown: null,
      daysLeft: 0,
    });
  });
});
