import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import { countUnasked } from './store/judge.ts';
import { tellOfMoves } from './store/moved-in.ts';

/** As long as what lettings asks of homes: a year of figures, and a month to look at them. */
export const lettingsKept = Temporal.Duration.from({ days: 400 });

export const jobs: readonly Job[] = [
  {
    name: 'new-lettings',
    every: Temporal.Duration.from({ hours: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        await countUnasked(tx, office);
        await tellOfMoves(tx, office);
      });
    },
  },
  {
    name: 'new-lettings.forget',
    every: Temporal.Duration.from({ hours: 24 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        const before = today(office).subtract(lettingsKept);
        await tx.run(
          sql`delete from letting_answer where organisation_id = ${organisation} and month < ${before}`,
        );
        const lettings = await tx.run(sql`delete from letting where organisation_id = ${organisation}
          and move_in_on < ${before} and counted_as is not null`);
        if (lettings > 0) await record(tx, office, { name: 'retention.applied', data: { lettings } });
      });
    },
  },
];
