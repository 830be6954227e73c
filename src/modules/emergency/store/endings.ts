import { z } from 'zod';
import { type Author, record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';

const endedRow = z.object({ id: z.uuid(), caseId: id<CaseId>() });

/**
 * Ends emergency access before its time: whoever has it, a manager who sees the case, or a data protection officer.
 * @returns false where there is none that still lasts, or it is not theirs to end
 */
export async function endEarly(tx: Tx, author: Author, useId: string): Promise<boolean> {
  const ended = await tx.maybe(
    endedRow,
    sql`update break_glass set ended_at = ${author.now}, ended_by = ${author.staff}
      where organisation_id = ${author.organisation} and id = ${useId} and ended_at is null
        and ends_at > ${author.now} returning id, case_id as "caseId"`,
  );
  if (!ended) return false;
  await record(tx, author, { name: 'break-glass.ended', caseId: ended.caseId, subjectId: useId });
  return true;
}

/** Writes down what has run out. It let nobody in any longer: that is found when a request begins. */
export async function writeDownEnded(tx: Tx, author: Author): Promise<number> {
  const ended = await tx.rows(
    endedRow,
    sql`update break_glass set ended_at = ends_at
      where organisation_id = ${author.organisation} and ends_at is not null and ended_at is null
        and ends_at <= ${author.now} returning id, case_id as "caseId"`,
  );
  for (const { id: subjectId, caseId } of ended)
    await record(tx, author, { name: 'break-glass.ended', caseId, subjectId, data: { ranOut: true } });
  return ended.length;
}
