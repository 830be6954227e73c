import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { type Lifting, liftedAs } from '../lifting.ts';

const row = z.object({
  id: z.uuid(),
  saidBy: z.string(),
  words: z.string(),
  setAt: instant,
  setByName: z.string().nullable(),
  liftedAt: instant.nullable(),
  liftedByName: z.string().nullable(),
  liftedWhy: z.string(),
  liftedBecause: z.string().nullable() as unknown as z.ZodType<Lifting | null>,
});
/** That whoever told us asked that it goes no further, and what they allowed since. */
export type Condition = z.infer<typeof row>;

/** Of one entry, the newest first. */
export function conditionsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  entryId: string,
): Promise<readonly Condition[]> {
  return tx.rows(
    row,
    sql`select k.id, k.said_by as "saidBy", k.words, k.set_at as "setAt", s.name as "setByName",
        k.lifted_at as "liftedAt", t.name as "liftedByName", k.lifted_why as "liftedWhy",
        k.lifted_because as "liftedBecause"
      from entry_condition k
      left join staff s on s.organisation_id = k.organisation_id and s.id = k.set_by
      left join staff t on t.organisation_id = k.organisation_id and t.id = k.lifted_by
      where k.organisation_id = ${organisation} and k.case_id = ${caseId} and k.entry_id = ${entryId}
      order by k.set_at desc, k.id limit 50`,
  );
}

const saidRow = z.object({ words: z.string(), observed: z.string(), decision: z.string() });

/** What stands in entries of a case that go no further: nobody’s own words take it along. */
export async function saidInConfidence(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly string[]> {
  const found = await tx.rows(
    saidRow,
    sql`select e.words, e.observed, e.decision from case_entry e
      where e.organisation_id = ${organisation} and e.case_id = ${caseId} and exists (select from entry_condition k
        where k.organisation_id = e.organisation_id and k.case_id = e.case_id and k.entry_id = e.id
          and k.lifted_at is null)`,
  );
  return found.flatMap(({ words, observed, decision }) => [words, observed, decision]);
}

interface OfEntry {
  readonly caseId: CaseId;
  readonly entryId: string;
}

const left = z.object({ already: z.boolean() });

/** From now on it reaches nobody outside the team, whatever else was decided of it. Too late where somebody has it. */
export async function setCondition(
  tx: Tx,
  office: Office,
  { caseId, entryId, saidBy, words }: OfEntry & Pick<Condition, 'saidBy' | 'words'>,
): Promise<void> {
  const { organisation, staff, now } = office;
  const { already } = await tx.one(left, sql`select ${hasLeft(organisation, caseId, entryId)} as already`);
  await tx.run(sql`insert into entry_condition (organisation_id, id, case_id, entry_id, said_by, words, set_at, set_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${entryId}, ${saidBy}, ${words}, ${now}, ${staff})`);
  const name = already ? 'entry.condition-set-too-late' : 'entry.condition-set';
  await happened(tx, office, { name, caseId, subjectId: entryId });
}

/** Did anybody outside the team have it? Over a link, only once it was opened: an unopened one opens no more. */
function hasLeft(organisation: OrganisationId, caseId: CaseId, entryId: string): Sql {
  return sql`exists (select from share_sent t
      where t.organisation_id = ${organisation} and t.case_id = ${caseId} and ${entryId} = any (t.entries)
        and (t.way <> 'link' or exists (select from share_link l
          join share_opening o on o.organisation_id = l.organisation_id and o.link_id = l.id and o.outcome = 'opened'
          where l.organisation_id = t.organisation_id and l.sent_id = t.id)))
    or exists (select from chronology_export x
      where x.organisation_id = ${organisation} and x.case_id = ${caseId} and x.purpose <> 'file'
        and ${entryId} = any (x.shown))`;
}

const setters = z.object({ by: id<StaffId>().nullable() });

/** What they allowed since, and who there said so, or that nobody asked. False where none stood any more. */
export async function liftConditions(
  tx: Tx,
  office: Office,
  { caseId, entryId, because, why }: OfEntry & { readonly because: Lifting; readonly why: string },
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const lifted = await tx.rows(
    setters,
    sql`update entry_condition
      set lifted_at = ${now}, lifted_by = ${staff}, lifted_why = ${why}, lifted_because = ${because}
      where organisation_id = ${organisation} and case_id = ${caseId} and entry_id = ${entryId} and lifted_at is null
      returning set_by as by`,
  );
  if (lifted.length === 0) return false;
  const own = lifted.some(({ by }) => by === staff);
  const data = { why: [liftedAs(because, own)] };
  await happened(tx, office, { name: 'entry.condition-lifted', caseId, subjectId: entryId, data });
  return true;
}
