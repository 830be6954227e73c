import type { z } from 'zod';
import type { Html } from '#kit/html.ts';
import type { Page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { openFile } from '../store/case-file.ts';
import { type CaseFrame, loadFrame } from '../store/frame.ts';
import { caseTop } from '../views/frame.ts';
import type { CaseModel } from '../views/model.ts';

/** The id of a case in an address. */
export const caseParams = ids('id') as z.ZodType<{ readonly id: CaseId }>;

export type CaseContext<Q = unknown> = StaffContext<{ readonly id: CaseId }, Q>;

/** What every page of a case is made from; `not-found` where there is none, or the wall is in front of it. */
export async function loadCase(ctx: StaffContext, caseId: CaseId): Promise<CaseModel> {
  return modelOf(ctx, await loadFrame(ctx.tx, ctx.organisation, caseId));
}

/** The case's own row, for a form that is sent; `not-found` the same. */
export async function loadRow(
  ctx: StaffContext,
  caseId: CaseId,
): Promise<Pick<CaseModel, 'file' | 'calendar'>> {
  const file = await openFile(ctx.tx, ctx.organisation, caseId);
  if (!file) throw notFound();
  return { file, calendar: ctx.calendar };
}

function modelOf(ctx: StaffContext, frame: CaseFrame): CaseModel {
  const { pack, calendar, commitmentOf, now } = ctx;
  return { ...frame, pack, calendar, commitmentOf, now };
}

/** Every look into a case is recorded: who, when, and which part (V3.2). */
export function recordView(ctx: StaffContext, caseId: CaseId, part: string): Promise<string> {
  return happened(ctx.tx, ctx, { name: 'case.viewed', caseId, data: { part } });
}

/** The title is the case's neutral reference; names stand only on the page itself. */
export function inCase(model: CaseModel, title: string, main: () => Html): Page {
  return { title: `${title}: case ${model.file.reference}`, before: () => caseTop(model), main };
}
