import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import { workingCalendar } from '#rules/calendar.ts';
import { contactDue, promiseWords } from './promise-words.ts';

const calendar = workingCalendar(vivid2023.calendar, []);
const at = (text: string) => Temporal.Instant.from(text);

function due(receivedAt: string): Temporal.Instant {
  const moment = contactDue(vivid2023, calendar, at(receivedAt));
  assert.ok(moment);
  return moment;
}

describe('when the person must have been reached', () => {
  test('a disclosure at 16:55 is still due today', () => {
    const words = promiseWords(due('2026-11-23T16:55:00Z'), at('2026-11-23T16:56:00Z'), calendar);
    assert.deepEqual(words, { state: 'soon', text: '4 minutes left', timestamp: '2026-11-23T17:00:00Z' });
  });

  test('nothing is said to be due now while there is time left', () => {
    const words = promiseWords(due('2026-11-23T16:00:00Z'), at('2026-11-23T16:59:30Z'), calendar);
    assert.deepEqual(words, { state: 'due', text: 'due now', timestamp: '2026-11-23T17:00:00Z' });
  });

  test('a disclosure on Saturday is due by the close of Monday', () => {
    const words = promiseWords(due('2026-11-21T11:00:00Z'), at('2026-11-21T11:01:00Z'), calendar);
    assert.deepEqual(words, { state: 'running', text: 'Monday by 17:00', timestamp: '2026-11-23T17:00:00Z' });
  });

  test('what is late says so, and for how long', () => {
    const words = promiseWords(due('2026-11-23T10:00:00Z'), at('2026-11-24T11:00:00Z'), calendar);
    assert.equal(words.state, 'overdue');
    assert.equal(words.text, 'by 2 working hours');
  });

  test('a landlord that promises no time has no deadline', () => {
    assert.equal(contactDue({ ...vivid2023, commitments: [] }, calendar, at('2026-11-23T10:00:00Z')), null);
  });
});
