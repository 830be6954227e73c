import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { learnerRows } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Format, Purpose } from '../export.ts';

const row = z.object({
  id: z.uuid(),
  purpose: z.string() as unknown as z.ZodType<Purpose>,
  format: z.string() as unknown as z.ZodType<Format>,
  recipient: z.string(),
  agreed: z.enum(['yes', 'no', 'not_asked']),
  why: z.string(),
  entries: z.number(),
  leftOut: z.number(),
  /** Who would learn it, as whoever made it was shown; empty before that was kept. */
  learners: learnerRows,
  madeAt: instant,
  madeByName: z.string().nullable(),
  /** What it hashes to, kept as it left; null: it left by no decision, or before that was kept. */
  kept: z.string().nullable(),
});
export type ExportMade = z.infer<typeof row>;

/** What left Lintel from this case, newest first. */
export function exportsOf(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  return tx.rows(
    row,
    sql`select x.id, x.purpose, x.format, x.recipient, x.agreed, x.why, x.entries, x.left_out as "leftOut",
        x.learners, x.made_at as "madeAt", s.name as "madeByName", encode(k.sha256, 'hex') as kept
      from chronology_export x
      left join staff s on s.organisation_id = x.organisation_id and s.id = x.made_by
      left join share_sent k on k.organisation_id = x.organisation_id and k.subject_id = x.id
      where x.organisation_id = ${organisation} and x.case_id = ${caseId}
      order by x.made_at desc, x.id desc limit 200`,
  );
}

/** Writes down that a chronology is taken out of Lintel: for what, to whom, how much of it (V3.2). @returns its id */
export async function recordExport(
  tx: Tx,
  office: Office,
  made: Pick<ExportMade, 'purpose' | 'format' | 'recipient' | 'agreed' | 'why' | 'leftOut' | 'learners'> & {
    /** The entries that are in it. */
    readonly shown: readonly string[];
    readonly caseId: CaseId;
    /** By which decision it leaves for others. */
    readonly shareId: string | null;
  },
): Promise<string> {
  const id = newId<string>();
  const { caseId, purpose, format, recipient, agreed, why, shown, leftOut, learners, shareId } = made;
  const entries = shown.length;
  await Promise.all([
    tx.run(sql`insert into chronology_export (organisation_id, id, case_id, purpose, format, recipient, agreed, why,
        entries, left_out, shown, learners, share_id, made_at, made_by)
      values (${office.organisation}, ${id}, ${caseId}, ${purpose}, ${format}, ${recipient}, ${agreed}, ${why},
        ${entries}, ${leftOut}, ${[...shown]}, ${JSON.stringify(learners)}, ${shareId}, ${office.now},
        ${office.staff})`),
    happened(tx, office, {
      name: 'case.exported',
      caseId,
      subjectId: id,
      data: { format, purpose, entries, leftOut },
    }),
  ]);
  return id;
}
