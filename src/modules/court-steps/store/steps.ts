import { z } from 'zod';
import { instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CourtStep } from '#rules/court-steps.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { State, Told, Undoing } from '../saying.ts';

const row = z.object({
  id: z.uuid(),
  tenancy: z.string(),
  step: z.string() as unknown as z.ZodType<CourtStep>,
  state: z.string() as unknown as z.ZodType<State>,
  onDay: plainDate,
  told: z.string() as unknown as z.ZodType<Told>,
  undone: z.string() as unknown as z.ZodType<Undoing | ''>,
  saidAt: instant,
  /** A colleague, or a system. */
  saidByName: z.string().nullable(),
});
/** A step that was said. */
export type Said = Readonly<z.infer<typeof row>>;

const listedAtMost = 100;

/** What the income team said, the latest first. */
export function stepsSaid(tx: Tx, organisation: OrganisationId): Promise<readonly Said[]> {
  return tx.rows(
    row,
    sql`${selecting} where c.organisation_id = ${organisation}
      order by c.said_at desc, c.id desc limit ${listedAtMost}`,
  );
}

export function findStep(tx: Tx, organisation: OrganisationId, id: string): Promise<Said | null> {
  return tx.maybe(row, sql`${selecting} where c.organisation_id = ${organisation} and c.id = ${id}`);
}

/** At whom nobody has looked yet, the oldest first: for the job. */
export function stepsUnseen(tx: Tx, organisation: OrganisationId): Promise<readonly Said[]> {
  return tx.rows(
    row,
    sql`${selecting} where c.organisation_id = ${organisation} and c.looked_at is null
      order by c.said_at, c.id limit 200`,
  );
}

const selecting: Sql = sql`select c.id, c.tenancy, c.step, c.state, c.on_day as "onDay", c.told, c.undone,
    c.said_at as "saidAt", s.name as "saidByName"
  from court_step c left join staff s on s.organisation_id = c.organisation_id and s.id = c.said_by`;
