import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { conflicting, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { undoForm } from '../forms/reassignment-form.ts';
import { paths } from '../paths.ts';
import { findReassignment, movesOf, reassign } from '../store/reassignments.ts';
import { mayUndo, planUndo } from '../undo.ts';
import { reassignedPage } from '../views/reassigned.ts';
import { reassignmentParams } from './params.ts';

type ReassignedContext = StaffContext<{ readonly reassignment: string }>;

const show = staffRoute({
  method: 'GET',
  path: '/cases/reassignments/:reassignment',
  params: reassignmentParams,
  may: 'caseload.reassign',
  records: 'reassignment.viewed',
  handle: async (ctx) => page(await shown(ctx, await found(ctx), freshForm)),
});

const undo = staffRoute({
  method: 'POST',
  path: '/cases/reassignments/:reassignment/undoing',
  params: reassignmentParams,
  may: 'caseload.reassign',
  records: 'reassignment.undone',
  handle: async (ctx) => {
    const known = await found(ctx);
    insist(known.verdict);
    const parsed = parseForm(undoForm, ctx.body);
    if (!parsed.ok) {
      return invalid(await shown(ctx, known, { values: parsed.typed, errors: parsed.errors }));
    }
    const { back } = known.plan;
    // Fewer go back than was shown: that is looked at before it is done.
    if (parsed.typed._version !== String(back.length)) return conflicting(await shown(ctx, known, freshForm));
    const undoing = await reassign(ctx.tx, ctx, {
      pack: ctx.pack,
      calendar: ctx.calendar,
      reason: parsed.value.reason,
      undoesId: known.reassignment.id,
      moves: back.flatMap(({ caseId, fromId, toId }) =>
        fromId ? [{ caseId, fromId: toId, toId: fromId }] : [],
      ),
    });
    return redirect(paths.reassigned(undoing), 'The cases are moved back');
  },
});

async function found(ctx: ReassignedContext) {
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

async function shown(
  ctx: ReassignedContext,
  { reassignment, moves, plan, verdict }: Awaited<ReturnType<typeof found>>,
  form: FormState,
): Promise<Page> {
  await record(ctx.tx, ctx, { name: 'reassignment.viewed', subjectId: reassignment.id });
  const { csrf, pack, calendar } = ctx;
  const model = { reassignment, moves, undo: plan, mayUndo: verdict, pack, form, csrf, calendar };
  return {
    title: 'Cases moved',
    main: () => reassignedPage({ ...model, submissionId: newId<string>() }),
  };
}

export const reassignmentPageRoutes: readonly Route[] = [show, undo];
