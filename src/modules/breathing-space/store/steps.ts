import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Telling } from '../deciding.ts';
import type { Ending } from '../endings.ts';
import type { Space } from './rows.ts';

const row = z.object({
  id: z.uuid(),
  spaceId: z.uuid(),
  step: z.enum(['chosen', 'reviewed', 'extended', 'declined', 'ended', 'told', 'kept_after_closing']),
  happenedAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  until: plainDate,
  because: z.string() as unknown as z.ZodType<Ending | ''>,
  told: z.string() as unknown as z.ZodType<Telling | ''>,
  words: z.string(),
});
export type Step = Readonly<z.infer<typeof row>>;

/** What was done about these, the latest first. */
export function stepsOf(
  tx: Tx,
  organisation: OrganisationId,
  spaces: readonly Pick<Space, 'id'>[],
): Promise<readonly Step[]> {
  return tx.rows(
    row,
    sql`select p.id, p.space_id as "spaceId", p.step, p.happened_at as "happenedAt",
        p.recorded_at as "recordedAt", s.name as "recordedByName", p.until, p.because, p.told, p.words
      from breathing_space_step p
      left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
      where p.organisation_id = ${organisation} and p.space_id = any (${spaces.map(({ id }) => id)}::uuid[])
      order by p.recorded_at desc, p.id desc limit 200`,
  );
}

export type NewStep = Pick<Step, 'step' | 'until' | 'words'> & Partial<Pick<Step, 'because' | 'told'>>;

export async function writeStep(
  tx: Tx,
  { organisation, staff, now }: Office,
  space: Pick<Space, 'id'>,
  step: NewStep,
): Promise<void> {
  const { until, words, because = '', told = '' } = step;
  await tx.run(sql`insert into breathing_space_step (organisation_id, id, space_id, step, happened_at, recorded_at,
      recorded_by, until, because, told, words)
    values (${organisation}, ${newId()}, ${space.id}, ${step.step}, ${now}, ${now}, ${staff}, ${until}, ${because},
      ${told}, ${words})`);
}
