import { z } from 'zod';
import { instant, sql, transact } from '#kit/sql.ts';
import { sweep } from '#modules/obligations/index.ts';
import { atTheOffice, nextWorkingDay, timeOn } from '#rules/calendar.ts';
import { daily } from './daily.ts';
import type { Theatre } from './play.ts';

/** The simulated clock: where it stands, and how to set it. */
export interface Clock {
  readonly at: Temporal.Instant;
  to(at: Temporal.Instant): void;
}

const nextRow = z.object({ at: instant.nullable() });

/**
 * Lets the time pass until then. What the program does by itself happens on the way: promises are looked at a few
 * seconds after their time, and each morning whatever is looked at by the day.
 * @returns until when
 */
export async function passTime(
  theatre: Theatre,
  clock: Clock,
  until: Temporal.Instant,
): Promise<Temporal.Instant> {
  const { services, organisation, calendar } = theatre;
  for (const morning of morningsBetween(clock.at, until, calendar)) {
    await sweepUntil(theatre, clock, morning);
    clock.to(morning);
    for (const job of daily) await job.run(services, organisation);
  }
  await sweepUntil(theatre, clock, until);
  clock.to(until);
  return until;
}

/** By index, the next promise that wants to be looked at; most steps find none. */
async function sweepUntil(
  { services, organisation }: Theatre,
  clock: Clock,
  until: Temporal.Instant,
): Promise<void> {
  for (;;) {
    const { at } = await transact(services.db, { organisation, system: true }, (tx) =>
      tx.one(
        nextRow,
        sql`select min(next_look_at) as at from obligation
          where organisation_id = ${organisation} and next_look_at is not null`,
      ),
    );
    const looked = at?.add({ seconds: 8 });
    if (!looked || Temporal.Instant.compare(looked, until) > 0) return;
    clock.to(looked);
    await sweep(services, organisation);
  }
}

function morningsBetween(
  from: Temporal.Instant,
  until: Temporal.Instant,
  calendar: Theatre['calendar'],
): readonly Temporal.Instant[] {
  const mornings: Temporal.Instant[] = [];
  const early = new Temporal.PlainTime(8, 5);
  for (let day = nextWorkingDay(atTheOffice(from, calendar).toPlainDate(), calendar); ; ) {
    const morning = timeOn(day, early, calendar);
    if (Temporal.Instant.compare(morning, until) >= 0) return mornings;
    mornings.push(morning);
    day = nextWorkingDay(day, calendar);
  }
}
