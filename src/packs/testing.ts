import assert from 'node:assert/strict';
import { dueAt, escalations, type Settlement, settle } from '#rules/clock.ts';
import type { EventName } from '#rules/event.ts';
import type { Clock, Pack } from '#rules/pack.ts';
import { calendarOf } from './bank-holidays/bank-holidays.ts';

/** As much of a policy as its promises need. */
type Promising = Pick<Pack, 'id' | 'calendar' | 'commitments'>;

/** A situation under a policy: what happened when, by the clock on a London wall. Said in tests as sentences. */
export function situation(pack: Promising, commitment: string) {
  const calendar = calendarOf(pack.calendar);
  const clock = clockOf(pack, commitment);
  const instant = (local: string) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(pack.calendar.timeZone).toInstant();
  const local = (at: Temporal.Instant) =>
    at
      .toZonedDateTimeISO(pack.calendar.timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ');
  return {
    due: (started: string) => local(dueAt(clock.due, instant(started), calendar)),
    escalated: (started: string) => {
      const due = dueAt(clock.due, instant(started), calendar);
      return escalations(instant(started), due, clock.escalateAt, calendar, clock.due).map(local);
    },
    stands: (
      started: string,
      now: string,
      ...happened: readonly (readonly [EventName, string])[]
    ): Settlement['state'] =>
      settle(
        {
          clock,
          dueAt: dueAt(clock.due, instant(started), calendar),
          happened: happened.map(([name, at]) => ({ name, at: instant(at) })),
        },
        instant(now),
      ).state,
  };
}

export function clockOf(pack: Pick<Pack, 'id' | 'commitments'>, commitment: string): Clock {
  const measure = pack.commitments.find(({ id }) => id === commitment)?.measure;
  assert.ok(measure?.kind === 'clock', `${commitment} is not a clock of ${pack.id}`);
  return measure;
}

/** The ids of the commitments under a clause, in the order of the pack. */
export function commitmentsUnder(pack: Pick<Pack, 'commitments'>, clause: string): readonly string[] {
  return pack.commitments
    .filter((commitment) => commitment.clauses.includes(clause))
    .map((commitment) => commitment.id);
}
