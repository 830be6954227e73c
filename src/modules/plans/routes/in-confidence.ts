import { Fault } from '#kit/http/errors.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { saidInConfidence } from '#modules/chronology/index.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import { type CopyLine, withoutConfidence } from '../copy.ts';

/** A paper that was made before somebody asked us to keep what a line of it repeats is not there any more (V3.2). */
export async function insistNothingKept(
  ctx: Pick<StaffContext, 'tx' | 'organisation'>,
  caseId: CaseId,
  lines: readonly CopyLine[],
): Promise<void> {
  const confidential = await saidInConfidence(ctx.tx, ctx.organisation, caseId);
  if (withoutConfidence(lines, confidential).length === lines.length) return;
  throw new Fault('refused', refused(repeatsNow, 'sharing'));
}

const repeatsNow =
  'A line of it repeats what somebody asked us to keep since it was made. Make another copy without that line.';
