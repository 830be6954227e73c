import type { Saved } from '#kit/http/form-page.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { casePaths as paths } from '#modules/case-file/pure.ts';
import { tellNoLongerAgreed } from '#modules/diary/index.ts';
import { diaryPaths } from '#modules/diary/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** What was agreed changed: what was planned by it and is not agreed any more is told, and comes next. */
export async function agreedSaved(
  ctx: StaffContext,
  caseId: CaseId,
  said = 'What was agreed is saved',
): Promise<Saved> {
  const planned = await tellNoLongerAgreed(ctx.tx, ctx, caseId);
  if (planned === 0) return { to: paths.contact(caseId), said };
  const what =
    planned === 1
      ? 'A visit or call that is planned is no longer agreed: decide about it'
      : `${planned} visits and calls that are planned are no longer agreed: decide about each`;
  return { to: diaryPaths.inCase(caseId), said: `${said}. ${what}`, warns: true };
}
