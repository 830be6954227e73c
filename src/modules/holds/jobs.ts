import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, transact } from '#kit/sql.ts';
import { drawHolds } from './store/draw.ts';
import { tellOfAsking, tellOfHolds } from './store/for-figures.ts';
import { tellOfSilence } from './store/silent.ts';

/** So long it is known what a system was told: for the year in which somebody may ask why a letter went. */
const askedKept = Temporal.Duration.from({ hours: 24 * 400 });

export const jobs: readonly Job[] = [
  {
    name: 'holds',
    every: Temporal.Duration.from({ minutes: 30 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        await drawHolds(tx, office);
        await tellOfSilence(tx, office);
        await tellOfHolds(tx, office);
        await tellOfAsking(tx, office);
      });
    },
  },
  {
    name: 'holds.forget',
    every: Temporal.Duration.from({ hours: 24 }),
    async run(services, organisation) {
      const now = services.now();
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const asked = await tx.run(sql`delete from hold_asked
          where organisation_id = ${organisation} and asked_at < ${now.subtract(askedKept)}`);
        if (asked === 0) return;
        await record(
          tx,
          { organisation, staff: null, now },
          { name: 'retention.applied', data: { holdsAsked: asked } },
        );
      });
    },
  },
];
