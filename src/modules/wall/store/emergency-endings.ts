import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';

const endedRow = z.object({ id: z.uuid(), caseId: id<CaseId>() });

/**
 * Ends emergency access before its time: whoever has it, whoever leads the case, a manager who sees it, or a data
 * protection officer; PostgreSQL holds everybody to it.
 * @returns false where there is none that still lasts, or it is not theirs to end
 */
export async function endEarly(tx: Tx, office: Office, useId: string): Promise<boolean> {
  const ended = await tx.maybe(
    endedRow,
    sql`update break_glass set ended_at = ${office.now}, ended_by = ${office.staff}
      where organisation_id = ${office.organisation} and id = ${useId} and ended_at is null
        and ends_at > ${office.now} returning id, case_id as "caseId"`,
  );
  if (!ended) return false;
  await happened(tx, office, { name: 'break-glass.ended', caseId: ended.caseId, subjectId: useId });
  return true;
}

/** Writes down what has run out. It let nobody in any longer: that is found when a request begins. */
export async function writeDownEnded(tx: Tx, office: Office): Promise<number> {
  const ended = await tx.rows(
    endedRow,
    sql`update break_glass set ended_at = ends_at
      where organisation_id = ${office.organisation} and ends_at is not null and ended_at is null
        and ends_at <= ${office.now} returning id, case_id as "caseId"`,
  );
  for (const { id: subjectId, caseId } of ended)
    await happened(tx, office, { name: 'break-glass.ended', caseId, subjectId, data: { ranOut: true } });
  return ended.length;
}

const overRow = z.object({ endedAt: instant, byAnother: z.boolean() });
/** Emergency access of somebody's own that is over; `byAnother`: somebody ended it before its time. */
export type Over = z.infer<typeof overRow>;

/** The last one to that case of whoever asks, where it ended since a moment; null: there was none. */
export function overSince(
  tx: Tx,
  caseId: string,
  since: Temporal.Instant,
  now: Temporal.Instant,
): Promise<Over | null> {
  return tx.maybe(
    overRow,
    sql`select ended_at as "endedAt", by_another as "byAnother" from lintel.emergency_over(${caseId}, ${since}, ${now})`,
  );
}
