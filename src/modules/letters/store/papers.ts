import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { learnerRows } from '#modules/case-file/index.ts';
import { type LetterNow, markDestroyed, markPosted, markPrinted } from '#modules/outgoing/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { PaperOutcome } from '../paper.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  messageId: z.uuid(),
  batchId: z.uuid(),
  reference: z.string(),
  words: z.string(),
  stopped: z.boolean(),
  learners: learnerRows,
  printedByName: z.string().nullable(),
  printedAt: instant,
  chosen: z.enum(['by_itself', 'all_at_once']).nullable(),
  why: z.string(),
  outcome: z.enum(['posted', 'destroyed']).nullable(),
  outcomeByName: z.string().nullable(),
  outcomeAt: instant.nullable(),
  outcomeWhy: z.string(),
});
/** A letter on paper, and what became of it. */
export type Paper = Readonly<z.infer<typeof row>>;

const selecting: Sql = sql`select p.id, p.case_id as "caseId", p.message_id as "messageId", p.batch_id as "batchId",
    c.reference, m.words, m.state not in ('ready', 'sent', 'delivered', 'failed') as stopped, p.learners,
    s.name as "printedByName", p.printed_at as "printedAt", p.chosen, p.why, p.outcome, o.name as "outcomeByName",
    p.outcome_at as "outcomeAt", p.outcome_why as "outcomeWhy"
  from letter_paper p
    join message m on m.organisation_id = p.organisation_id and m.id = p.message_id
    join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
    left join staff s on s.organisation_id = p.organisation_id and s.id = p.printed_by
    left join staff o on o.organisation_id = p.organisation_id and o.id = p.outcome_by`;

/** Printed, and neither posted nor destroyed: what may not leave any more stands first. */
export function openPapers(tx: Tx, organisation: OrganisationId): Promise<readonly Paper[]> {
  return tx.rows(
    row,
    sql`${selecting} where p.organisation_id = ${organisation} and p.outcome is null
      order by stopped desc, p.printed_at desc, p.id limit 200`,
  );
}

export function papersOfBatch(
  tx: Tx,
  organisation: OrganisationId,
  batch: string,
): Promise<readonly Paper[]> {
  return tx.rows(
    row,
    sql`${selecting} where p.organisation_id = ${organisation} and p.batch_id = ${batch}
      order by (p.outcome is null) desc, stopped desc, p.printed_at, p.id limit 200`,
  );
}

export function findPaper(tx: Tx, organisation: OrganisationId, paper: string): Promise<Paper | null> {
  return tx.maybe(row, sql`${selecting} where p.organisation_id = ${organisation} and p.id = ${paper}`);
}

export interface Printing {
  /** By whoever prints: each letter, or all that could be printed. */
  readonly chosen: NonNullable<Paper['chosen']>;
  /** Why it is printed a second time; `''`: it is the first. */
  readonly again?: string;
}

/**
 * On paper, in one batch, those that still may: each was looked at a moment ago. Whoever is second prints nothing.
 * @returns those that are printed
 */
export async function printLetters(
  tx: Tx,
  office: Office,
  batchId: string,
  letters: readonly LetterNow[],
  { chosen, again = '' }: Printing,
): Promise<readonly LetterNow[]> {
  const { organisation, staff, now } = office;
  const printed: LetterNow[] = [];
  for (const letter of letters) {
    const { message, learners } = letter;
    if (!(await markPrinted(tx, office, message, again))) continue;
    await tx.run(sql`insert into letter_paper (organisation_id, id, case_id, message_id, batch_id, learners, printed_by,
        printed_at, chosen, again, why)
      values (${organisation}, ${newId<string>()}, ${message.caseId}, ${message.id}, ${batchId},
        ${JSON.stringify(learners)}::jsonb, ${staff}, ${now}, ${chosen}, ${again !== ''},
        ${again})`);
    printed.push(letter);
  }
  return printed;
}

/** What became of it. @returns false where it may not leave any more, or somebody was first */
export async function sayOutcome(
  tx: Tx,
  office: Office,
  { id: paper, messageId }: Pick<Paper, 'id' | 'messageId'>,
  outcome: PaperOutcome,
  why: string,
): Promise<boolean> {
  if (outcome === 'posted' && !(await markPosted(tx, office, messageId))) return false;
  const said = await tx.run(sql`update letter_paper set outcome = ${outcome}, outcome_at = ${office.now},
      outcome_by = ${office.staff}, outcome_why = ${why}
    where organisation_id = ${office.organisation} and id = ${paper} and outcome is null`);
  if (said === 0) return false;
  if (outcome === 'destroyed') await markDestroyed(tx, office, messageId, why);
  return true;
}
