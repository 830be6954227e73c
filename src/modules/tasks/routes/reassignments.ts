import { notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import type { Route, StaffContext } from '#kit/http/route.ts';
import { type Author, record } from '#kit/record.ts';
import { undoForm } from '../forms/reassignment-form.ts';
import { paths } from '../paths.ts';
import { findReassignment, movesOf, reassign } from '../store/reassignments.ts';
import { mayUndo, planUndo } from '../undo.ts';
import { reassignedPage } from '../views/reassignment-result.ts';
import { reassignmentParams } from './params.ts';

/** What moved, and for a week the form that takes it back. */
export const reassignmentPageRoutes: readonly Route[] = formPage({
  path: '/cases/reassignments/:reassignment',
  takenAt: '/cases/reassignments/:reassignment/undoing',
  params: reassignmentParams,
  may: 'caseload.reassign',
  records: 'reassignment.undone',
  shown: {
    records: 'reassignment.viewed',
    record: (ctx: Pick<StaffContext, 'tx' | keyof Author>, { reassignment }: Found) =>
      record(ctx.tx, ctx, { name: 'reassignment.viewed', subjectId: reassignment.id }),
  },
  draft: ({ reassignment }) => ({ form: 'undoing', about: reassignment }),
  load: found,
  allows: ({ verdict }) => verdict,
  schema: () => undoForm,
  // Fewer go back than was shown: that is looked at before it is done.
  version: ({ plan }) => plan.back.length,
  view: (form, { reassignment, moves, plan, verdict }, { pack, calendar }) => {
    const model = { reassignment, moves, undo: plan, mayUndo: verdict, pack, form, calendar };
    return { title: 'Cases moved', main: () => reassignedPage(model) };
  },
  save: async (ctx, { reason }, { reassignment, plan }) => {
    const undoing = await reassign(ctx.tx, ctx, {
      reason,
      undoesId: reassignment.id,
      moves: plan.back.flatMap(({ caseId, fromId, toId }) =>
        fromId ? [{ caseId, fromId: toId, toId: fromId }] : [],
      ),
    });
    return { to: paths.reassigned(undoing), said: 'The cases are moved back' };
  },
});

type Found = Awaited<ReturnType<typeof found>>;

async function found(ctx: StaffContext<{ readonly reassignment: string }>) {
  const { tx, organisation, params, now } = ctx;
  const [reassignment, moves] = await Promise.all([
    findReassignment(tx, organisation, params.reassignment),
    movesOf(tx, organisation, params.reassignment),
  ]);
  if (!reassignment) throw notFound();
  const { madeAt, undoneById, undoesId } = reassignment;
  const verdict = mayUndo(madeAt, undoneById !== null, undoesId !== null, now);
  return { reassignment, moves, verdict, plan: planUndo(moves, madeAt) };
}
