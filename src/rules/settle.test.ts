import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settle } from './clock.ts';
import type { EventName } from './event.ts';
import { at } from './testing.ts';

const clock = { stops: ['contact.made'], byPlan: ['contact-plan.approved'] } as const;
const due = '2026-07-01 17:00';

function stands(now: string, ...happened: readonly (readonly [EventName, string])[]) {
  return settle(
    { clock, dueAt: at(due), happened: happened.map(([name, when]) => ({ name, at: at(when) })) },
    at(now),
  );
}

describe('how a promise of contact stands', () => {
  test('it runs until it is due', () => {
    assert.deepEqual(stands('2026-07-01 16:59'), { state: 'running' });
    assert.deepEqual(stands(due), { state: 'running' });
  });

  test('a contact before it is due keeps it, and so does one at that very moment', () => {
    assert.deepEqual(stands('2026-07-01 16:00', ['contact.made', '2026-07-01 15:00']), {
      state: 'met',
      at: at('2026-07-01 15:00'),
    });
    assert.deepEqual(stands('2026-07-02 09:00', ['contact.made', due]), { state: 'met', at: at(due) });
  });

  test('a voicemail is an attempt, and an attempt is not contact', () => {
    assert.deepEqual(stands('2026-07-01 16:00', ['contact.attempted', '2026-07-01 15:00']), {
      state: 'running',
    });
    assert.deepEqual(stands('2026-07-01 17:01', ['contact.attempted', '2026-07-01 15:00']), {
      state: 'breached',
      at: at(due),
      fulfilledAt: null,
    });
  });

  test('kept late it stays broken, with the time at which it was kept after all', () => {
    assert.deepEqual(stands('2026-07-03 09:00', ['contact.made', '2026-07-02 10:00']), {
      state: 'breached',
      at: at(due),
      fulfilledAt: at('2026-07-02 10:00'),
    });
  });

  test('the first of several contacts counts', () => {
    assert.deepEqual(
      stands('2026-07-03 09:00', ['contact.made', '2026-07-02 10:00'], ['contact.made', '2026-07-01 11:00']),
      { state: 'met', at: at('2026-07-01 11:00') },
    );
  });

  test('a manager’s plan approved in time is counted apart, not as kept', () => {
    assert.deepEqual(stands('2026-07-03 09:00', ['contact-plan.approved', '2026-07-01 16:30']), {
      state: 'met_by_plan',
      at: at('2026-07-01 16:30'),
    });
  });

  test('a plan that was only proposed, or approved too late, changes nothing', () => {
    const broken = { state: 'breached', at: at(due), fulfilledAt: null };
    assert.deepEqual(stands('2026-07-03 09:00', ['contact-plan.proposed', '2026-07-01 16:30']), broken);
    assert.deepEqual(stands('2026-07-03 09:00', ['contact-plan.approved', '2026-07-02 09:30']), broken);
  });

  test('a real contact in time outranks a plan', () => {
    assert.deepEqual(
      stands(
        '2026-07-03 09:00',
        ['contact-plan.approved', '2026-07-01 11:00'],
        ['contact.made', '2026-07-01 16:00'],
      ),
      { state: 'met', at: at('2026-07-01 16:00') },
    );
  });
});
