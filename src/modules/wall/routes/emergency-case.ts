import type { z } from 'zod';
import { freshForm } from '#kit/components/form-state.ts';
import { page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { type CaseModel, casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { type Ending, isRunning, mayEnd } from '../emergency.ts';
import { paths } from '../paths.ts';
import { endEarly } from '../store/emergency-endings.ts';
import { type Use, usesOfCase } from '../store/emergency-uses.ts';
import { usesInCasePage } from '../views/emergency-case.ts';

const useInCaseParams = ids('id', 'use') as z.ZodType<{ readonly id: CaseId; readonly use: string }>;

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/emergency-access',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, uses] = await Promise.all([
      loadCase(ctx, id),
      usesOfCase(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Emergency access'),
    ]);
    const form = () => ({ form: freshForm, action: '', csrf: ctx.csrf, submissionId: newId<string>() });
    const ends = (use: Use) => mayEnd(endingOf(ctx, model.file, use));
    return page(
      inCase(model, 'Emergency access', () => usesInCasePage({ ...model, uses, mayEnd: ends }, form)),
    );
  },
});

const ending = staffRoute({
  method: 'POST',
  path: '/cases/:id/emergency-access/:use/ending',
  params: useInCaseParams,
  may: 'break-glass.use',
  records: 'break-glass.ended',
  handle: async (ctx) => {
    const { id, use } = ctx.params;
    const [{ file }, uses] = await Promise.all([loadCase(ctx, id), usesOfCase(ctx.tx, ctx.organisation, id)]);
    const ended = uses.find((each) => each.id === use);
    if (!ended) throw notFound();
    insist(mayEnd(endingOf(ctx, file, ended)));
    if (!(await endEarly(ctx.tx, ctx, use))) throw notFound();
    const leaves = ended.staffId === ctx.staff && file.emergencyUntil !== null;
    return redirect(leaves ? casePaths.caseload : paths.ofCase(id), 'Emergency access has ended');
  },
});

function endingOf(
  { who, staff, now }: StaffContext,
  { leadId, emergencyUntil }: CaseModel['file'],
  use: Use,
): Ending {
  const manages = may(who.roles, 'case.grant').allowed;
  const visiting = emergencyUntil !== null;
  return { running: isRunning(use, now), staffId: use.staffId, by: staff, leadId, manages, visiting };
}

export const inCaseRoutes: readonly Route[] = [show, ending];
