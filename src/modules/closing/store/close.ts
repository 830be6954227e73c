import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { goesOnAfterClosing } from '#modules/breathing-space/index.ts';
import { moveCase, setPaused } from '#modules/case-file/index.ts';
import { callOff } from '#modules/diary/index.ts';
import { happened, setAsideCase } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { ClosingReason } from '../closing.ts';

/**
 * Ends what a closed case no longer does: its promises are set aside, a pause ends with it, and nobody goes to a home
 * or rings any more.
 */
export async function close(
  tx: Tx,
  office: Office,
  {
    caseId,
    closingId,
    reason,
    pausedAt,
  }: {
    readonly caseId: CaseId;
    readonly closingId: string;
    /** Why it is closed, which every promise that it ends is counted under. */
    readonly reason: ClosingReason;
    readonly pausedAt: Temporal.Instant | null;
  },
): Promise<void> {
  const { organisation, staff, now } = office;
  if (pausedAt) {
    await tx.run(sql`update case_pause set ended_at = ${now}, ended_by = ${staff}, ended_reason = 'other',
        ended_why = 'The case was closed.'
      where organisation_id = ${organisation} and case_id = ${caseId} and ended_at is null`);
    await setPaused(tx, office, { caseId, at: null });
  }
  await moveCase(tx, office, { caseId, to: 'closed' });
  const eventId = await happened(tx, office, { name: 'case.closed', caseId, subjectId: closingId });
  await setAsideCase(tx, office, caseId, eventId, `closed-${reason}`);
  await goesOnAfterClosing(tx, office, caseId);
  await callOff(tx, office, { caseId, reason: 'case_closed', words: '' });
}
