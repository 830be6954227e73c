import { z } from 'zod';
import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { id, sql, transact } from '#kit/sql.ts';
import { notify } from '#modules/obligations/index.ts';
import type { StaffId } from '#rules/facts.ts';

/** After how long somebody is asked what came of a programme, and after how long again. Both are Lintel’s. */
const firstAfter = Temporal.Duration.from({ hours: 24 * 56 });
const againAfter = Temporal.Duration.from({ hours: 24 * 28 });

const row = z.object({ fileId: z.uuid(), staffId: id<StaffId>() });

/** A referral of which nobody has said what came is no outcome: whoever works on the file is reminded. */
export const jobs: readonly Job[] = [
  {
    name: 'programme-outcomes',
    every: Temporal.Duration.from({ hours: 1 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) => {
        const office = await officeOf(tx, services, organisation);
        const owed = await tx.rows(
          row,
          sql`select distinct f.id as "fileId", coalesce(f.worker_id, f.manager_id) as "staffId"
            from own_programme_step r
              join own_file f on f.organisation_id = r.organisation_id and f.id = r.file_id and f.ended_at is null
            where r.organisation_id = ${organisation} and r.step = 'referred'
              and r.recorded_at <= ${office.now.subtract(firstAfter)}
              and not exists (select from own_programme_step o where o.organisation_id = r.organisation_id
                and o.programme_id = r.programme_id and o.step = 'outcome'
                and (o.outcome <> 'goes_on' or o.recorded_at > ${office.now.subtract(firstAfter)}))
              and not exists (select from notification n where n.organisation_id = r.organisation_id
                and n.kind = 'own_file_outcome' and n.about_id = f.id and n.at > ${office.now.subtract(againAfter)})`,
        );
        for (const { fileId, staffId } of owed)
          await notify(tx, office, { staffIds: [staffId], kind: 'own_file_outcome', aboutId: fileId });
      });
    },
  },
];
