import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { html } from '#kit/html.ts';
import { type Answer, conflicting, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { caseHead } from '#modules/case-file/pure.ts';
import { type Wall, whoSees } from '#modules/wall/pure.ts';
import { today } from '#rules/calendar.ts';
import { caseRoles } from '#rules/facts.ts';
import { completionForm, droppingForm, moveForm, ownerForm } from '../forms/task-form.ts';
import { paths } from '../paths.ts';
import { historyOf } from '../store/task-history.ts';
import { findTask, finishTask, giveTask, moveTask, type Task } from '../store/tasks.ts';
import { mayOwn } from '../tasks.ts';
import { type Ending, taskPage } from '../views/task.ts';
import { taskParams } from './params.ts';

type TaskContext = StaffContext<{ readonly task: string }>;

const show = staffRoute({
  method: 'GET',
  path: '/tasks/:task',
  params: taskParams,
  may: 'day.see',
  records: ['case.viewed', 'day.viewed'],
  handle: async (ctx) => page(await shown(ctx, await found(ctx))),
});

const complete = staffRoute({
  method: 'POST',
  path: '/tasks/:task/completion',
  params: taskParams,
  may: 'day.see',
  records: 'task.done',
  handle: (ctx) =>
    ended(ctx, 'completion', completionForm, ({ outcome, _version: version }) =>
      finishTask(ctx.tx, ctx, { taskId: ctx.params.task, how: 'done', reason: outcome, version }),
    ),
});

const drop = staffRoute({
  method: 'POST',
  path: '/tasks/:task/dropping',
  params: taskParams,
  may: 'day.see',
  records: 'task.dropped',
  handle: (ctx) =>
    ended(ctx, 'dropping', droppingForm, ({ droppedWhy, _version: version }) =>
      finishTask(ctx.tx, ctx, { taskId: ctx.params.task, how: 'dropped', reason: droppedWhy, version }),
    ),
});

const move = staffRoute({
  method: 'POST',
  path: '/tasks/:task/move',
  params: taskParams,
  may: 'day.see',
  records: 'task.moved',
  handle: (ctx) =>
    ended(ctx, 'move', moveForm(today(ctx)), ({ due, movedWhy, _version: version }) =>
      moveTask(ctx.tx, ctx, { taskId: ctx.params.task, dueOn: due, reason: movedWhy, version }),
    ),
});

const give = staffRoute({
  method: 'POST',
  path: '/tasks/:task/owner',
  params: taskParams,
  may: 'day.see',
  records: 'task.moved',
  handle: (ctx) =>
    ended(ctx, 'owner', ownerForm, async ({ ownerId, givenWhy, _version: version }) => {
      const { caseId } = await found(ctx);
      const offered = caseId ? await whoElse(ctx, (await loadCase(ctx, caseId)).file) : [];
      insist(mayOwn(ownerId, offered));
      return giveTask(ctx.tx, ctx, { taskId: ctx.params.task, ownerId, reason: givenWhy, version });
    }),
});

/** Those whom the case's wall lets in; nobody with a conflict is on the list, and nothing says so. */
async function whoElse(ctx: StaffContext, wall: Wall) {
  return whoSees(wall, await listStaff(ctx.tx, ctx.organisation, { roles: caseRoles }));
}

const said: Readonly<Record<Ending, string>> = {
  completion: 'The task is done',
  move: 'The task is moved',
  owner: 'Somebody else does the task now',
  dropping: 'The task is dropped',
};

/** What each of the three forms does: the page again where something is wrong, or somebody else was first. */
async function ended<T extends { readonly _version: number }>(
  ctx: TaskContext,
  form: Ending,
  schema: z.ZodType<T>,
  act: (value: T) => Promise<Task>,
): Promise<Answer> {
  const task = await found(ctx);
  const parsed = parseForm(schema, ctx.body);
  if (parsed.typed._version !== String(task.version))
    return conflicting(await shown(ctx, task, { meanwhile: true }));
  if (!parsed.ok) {
    const state = { values: parsed.typed, errors: parsed.errors };
    return invalid(await shown(ctx, task, { wrong: { form, state } }));
  }
  const { caseId } = await act(parsed.value);
  return redirect(caseId ? paths.ofCase(caseId) : paths.day, said[form]);
}

async function found(ctx: TaskContext): Promise<Task> {
  const task = await findTask(ctx.tx, ctx.organisation, ctx.params.task);
  if (!task) throw notFound();
  return task;
}

interface Shown {
  readonly wrong?: { readonly form: Ending; readonly state: FormState } | null;
  readonly meanwhile?: boolean;
}

async function shown(
  ctx: TaskContext,
  task: Task,
  { wrong = null, meanwhile = false }: Shown = {},
): Promise<Page> {
  const { tx, organisation, csrf, now } = ctx;
  const calendar = ctx.calendar;
  const submissionIds = {
    completion: newId<string>(),
    move: newId<string>(),
    owner: newId<string>(),
    dropping: newId<string>(),
  };
  const common = { task, calendar, now, csrf, submissionIds, wrong, meanwhile };
  const { caseId } = task;
  if (caseId === null) {
    const [history] = await Promise.all([
      historyOf(tx, organisation, task.id),
      record(tx, ctx, { name: 'day.viewed', subjectId: task.id }),
    ]);
    const head = (heading: string) => html`<h1 class="govuk-heading-l">${heading}</h1>`;
    return { title: 'A reminder', main: () => taskPage({ ...common, history, offered: [] }, head) };
  }
  const [model, history] = await Promise.all([
    loadCase(ctx, caseId),
    historyOf(tx, organisation, task.id),
    recordView(ctx, caseId, 'Task'),
  ]);
  const offered = (await whoElse(ctx, model.file)).filter(({ id }) => id !== task.ownerId);
  return inCase(model, 'Task', () =>
    taskPage({ ...common, history, offered }, (heading) => caseHead(model, 'Tasks', heading)),
  );
}

export const taskRoutes: readonly Route[] = [show, complete, move, give, drop];
