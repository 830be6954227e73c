import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { nothingWritten, type PlanWords, wants } from '../plan.ts';

const wantValues = ['', ...wants.map((want) => want.value)] as const;
const row = z.object({
  number: z.number(),
  wants: z.enum(wantValues),
  ownWords: z.string(),
  wishes: z.string(),
  emergency: z.string(),
  writtenAt: instant.nullable(),
  writtenByName: z.string().nullable(),
});
export type WrittenWords = z.infer<typeof row>;

const nothing: WrittenWords = { number: 0, ...nothingWritten, writtenAt: null, writtenByName: null };

/** What the plan says in the person's words, as it was last written; nothing, where nobody has. */
export async function wordsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<WrittenWords> {
  const written = await tx.maybe(
    row,
    sql`select w.number, w.wants, w.own_words as "ownWords", w.wishes, w.emergency, w.written_at as "writtenAt",
        s.name as "writtenByName"
      from plan_words w
      left join staff s on s.organisation_id = w.organisation_id and s.id = w.written_by
      where w.organisation_id = ${organisation} and w.case_id = ${caseId}
      order by w.number desc limit 1`,
  );
  return written ?? nothing;
}

const numberRow = z.object({ number: z.number() });

/**
 * Writes what they want, say and do in an emergency; what was written before stays.
 * @returns how often it was written
 */
export async function draftPlan(
  tx: Tx,
  office: Office,
  { caseId, ...words }: PlanWords & { readonly caseId: CaseId },
): Promise<number> {
  const { organisation, staff, now } = office;
  const id = newId<string>();
  const [{ number }] = await Promise.all([
    tx.one(
      numberRow,
      sql`insert into plan_words (organisation_id, id, case_id, number, wants, own_words, wishes, emergency,
          written_at, written_by)
        select ${organisation}, ${id}, ${caseId}, coalesce(max(number), 0) + 1, ${words.wants}, ${words.ownWords},
          ${words.wishes}, ${words.emergency}, ${now}, ${staff}
        from plan_words where organisation_id = ${organisation} and case_id = ${caseId}
        returning number`,
    ),
    happened(tx, office, { name: 'plan.drafted', caseId, subjectId: id }),
  ]);
  return number;
}
