import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, transact } from '#kit/sql.ts';
import { tellOfChecks } from './store/met.ts';

/** As long as what other systems asked: for the year in which somebody may ask why a home was offered. */
export const checksKept = Temporal.Duration.from({ hours: 24 * 400 });

export const jobs: readonly Job[] = [
  {
    name: 'move-checks',
    every: Temporal.Duration.from({ minutes: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        tellOfChecks(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
  {
    name: 'move-checks.forget',
    every: Temporal.Duration.from({ hours: 24 }),
    async run(services, organisation) {
      const now = services.now();
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const moveChecks = await tx.run(sql`delete from move_check
          where organisation_id = ${organisation} and asked_at < ${now.subtract(checksKept)}
            and looked_at is not null`);
        if (moveChecks === 0) return;
        await record(
          tx,
          { organisation, staff: null, now },
          { name: 'retention.applied', data: { moveChecks } },
        );
      });
    },
  },
];
