import { notFound } from '#kit/http/errors.ts';
import type { StaffContext } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';
import { assessmentIn, type WholeAssessment } from '../store/assessments.ts';

/** One that can still be written in; `not-found` for one that has ended, or of another case. */
export async function openAssessment(
  ctx: StaffContext<{ readonly id: CaseId; readonly assessment: string }>,
): Promise<WholeAssessment> {
  const { id, assessment } = ctx.params;
  const whole = await assessmentIn(ctx.tx, ctx.organisation, id, assessment);
  if (!whole || whole.assessment.endedAt !== null) throw notFound();
  return whole;
}
