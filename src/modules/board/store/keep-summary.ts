import { z } from 'zod';
import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { plainDate, sql, type Tx, transact } from '#kit/sql.ts';
import { summaryLooksBack } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { heldIn } from './held.ts';
import { summariseDays } from './summarise.ts';

const staleRow = z.object({ day: plainDate, onward: z.boolean() });

/**
 * Keeps the daily figures true: the last week each time, whichever older day something changed on after all, and
 * everything since the beginning of a case whose wall went up or came down. Where the program was off for longer, or
 * there are no figures yet, from a week before it left off or before the first was written down: what ended so short a
 * time before it was written down bears no mark.
 */
export async function keepSummary(services: Services, organisation: OrganisationId): Promise<void> {
  await transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const held = await heldIn(tx, services.packs, organisation);
    const day = today(office);
    const week = day.subtract({ days: summaryLooksBack });
    const left = await leftOffOn(tx, organisation);
    const stale = await tx.rows(
      staleRow,
      sql`delete from promise_day_stale where organisation_id = ${organisation} returning day, onward`,
    );
    const onward = stale.filter((each) => each.onward).map(({ day }) => day);
    const from = [week, ...(left ? [left.subtract({ days: summaryLooksBack })] : []), ...onward].reduce(
      earlier,
    );
    for (const { day: each } of stale)
      if (Temporal.PlainDate.compare(each, from) < 0)
        await summariseDays(tx, office, { from: each, to: each }, held);
    await summariseDays(tx, office, { from, to: day }, held);
  });
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other;
}

const dayRow = z.object({ day: plainDate.nullable() });

/** The last day with figures, or the first with anything to count. */
async function leftOffOn(tx: Tx, organisation: OrganisationId): Promise<Temporal.PlainDate | null> {
  const found = await tx.one(
    dayRow,
    sql`select coalesce(
        (select max(day) from promise_day where organisation_id = ${organisation}),
        (select min(at)::date from event where organisation_id = ${organisation}),
        (select min(started_at)::date from obligation where organisation_id = ${organisation})) as day`,
  );
  return found.day;
}
