import { z } from 'zod';
import { instant, type Sql, sql, transact } from '#kit/sql.ts';
import { sweep } from '#modules/obligations/index.ts';
import { atTheOffice, nextWorkingDay, timeOn } from '#rules/calendar.ts';
import type { Step } from '../script/steps.ts';
import type { Theatre } from './acting.ts';
import { daily } from './daily-jobs.ts';
import { lookAgain } from './second-look.ts';

/** The simulated clock: where it stands, how to set it, and when a promise next wants to be looked at. */
export interface Clock {
  readonly at: Temporal.Instant;
  to(at: Temporal.Instant): void;
  /** Null: none does. */
  readonly nextLook: Temporal.Instant | null;
}

/**
 * Lets the time pass until then. What the program does by itself happens on the way: promises are looked at a few
 * seconds after their time, and in the morning whatever is looked at by the day, by the program and by a second person.
 * @returns when a promise next wants to be looked at
 */
export async function passTime(
  theatre: Theatre,
  clock: Clock,
  until: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { services, organisation } = theatre;
  let nextLook = clock.nextLook;
  const sweepUntil = async (end: Temporal.Instant) => {
    for (;;) {
      const looked = nextLook?.add({ seconds: 8 });
      if (!looked || Temporal.Instant.compare(looked, end) > 0) return;
      clock.to(looked);
      await sweep(services, organisation);
      nextLook = await nextLookAmong(theatre, sql`true`);
    }
  };
  for (const morning of morningsBetween(clock.at, until, theatre)) {
    await sweepUntil(morning);
    clock.to(morning);
    for (const job of daily) await job.run(services, organisation);
    await lookAgain(theatre, morning);
  }
  await sweepUntil(until);
  clock.to(until);
  return nextLook;
}

/** Steps that begin no promise, and are many. */
const beginsNothing: ReadonlySet<Step['action']['does']> = new Set([
  'add-task',
  'entry',
  'finish-action',
  'finish-task',
  'plan-action',
  'read-notices',
  'safe-contact',
  'write-plan',
]);

/** The earlier one of what is known and of what a story's own promises want: all that a step of it can have changed. */
export async function nextLookAfter(
  theatre: Theatre,
  { story, action }: Step,
  known: Temporal.Instant | null,
): Promise<Temporal.Instant | null> {
  const progress = theatre.stories.get(story);
  if (!progress || beginsNothing.has(action.does)) return known;
  const { disclosureId, caseId = null } = progress;
  const own = await nextLookAmong(
    theatre,
    caseId ? sql`case_id = ${caseId}` : sql`disclosure_id = ${disclosureId}`,
  );
  if (!own || !known) return own ?? known;
  return Temporal.Instant.compare(own, known) < 0 ? own : known;
}

const nextRow = z.object({ at: instant.nullable() });

async function nextLookAmong(
  { services, organisation }: Theatre,
  among: Sql,
): Promise<Temporal.Instant | null> {
  const { at } = await transact(services.db, { organisation, system: true }, (tx) =>
    tx.one(
      nextRow,
      sql`select min(next_look_at) as at from obligation
        where organisation_id = ${organisation} and next_look_at is not null and ${among}`,
    ),
  );
  return at;
}

/**
 * In the last weeks every working day has a morning, and further back every seventh: nobody
 * sees the others any more.
 */
const lately = 14;

function morningsBetween(
  from: Temporal.Instant,
  until: Temporal.Instant,
  { calendar, present }: Theatre,
): readonly Temporal.Instant[] {
  const mornings: Temporal.Instant[] = [];
  const early = new Temporal.PlainTime(8, 5);
  const recent = present.subtract({ hours: 24 * lately });
  for (let day = nextWorkingDay(atTheOffice(from, calendar).toPlainDate(), calendar); ; ) {
    const morning = timeOn(day, early, calendar);
    if (Temporal.Instant.compare(morning, until) >= 0) return mornings;
    if (day.dayOfWeek === 1 || Temporal.Instant.compare(morning, recent) > 0) mornings.push(morning);
    day = nextWorkingDay(day, calendar);
  }
}
