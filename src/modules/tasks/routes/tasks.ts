import { type Html, html } from '#kit/html.ts';
import { type Page, page } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { draftQuery, type FormPage, formOn, formPage, untouched } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { today } from '#rules/calendar.ts';
import { caseRoles } from '#rules/facts.ts';
import { completionForm, droppingForm, moveForm, ownerForm } from '../forms/task-form.ts';
import { paths } from '../paths.ts';
import { historyOf, type TaskStep } from '../store/task-history.ts';
import { findTask, finishTask, giveTask, moveTask, type Task } from '../store/tasks.ts';
import { mayOwn } from '../tasks.ts';
import { type Ending, type TaskForms, taskPage } from '../views/task.ts';
import { taskParams } from './params.ts';

type TaskContext = StaffContext<{ readonly task: string }>;

interface Loaded {
  readonly task: Task;
  readonly history: readonly TaskStep[];
  /** Null: a reminder of one’s own. */
  readonly model: CaseModel | null;
  /** Those whom the case’s wall lets in; nobody with a conflict is on the list, and nothing says so. */
  readonly offered: readonly Colleague[];
}

async function load(ctx: TaskContext): Promise<Loaded> {
  const { tx, organisation, params } = ctx;
  const task = await findTask(tx, organisation, params.task);
  if (!task) throw notFound();
  const history = await historyOf(tx, organisation, task.id);
  if (task.caseId === null) return { task, history, model: null, offered: [] };
  const model = await loadCase(ctx, task.caseId);
  return {
    task,
    history,
    model,
    offered: whoSees(model.file, await listStaff(tx, organisation, { roles: caseRoles })),
  };
}

type TaskForm<Value> = FormPage<{ readonly task: string }, unknown, Loaded, Value>;

/** What the four forms of the page share: each is of the version that was seen, and keeps its own draft. */
function taskForm<Value>(
  ending: Ending,
  own: Pick<TaskForm<Value>, 'records' | 'schema'>,
  act: (ctx: TaskContext, value: Value, loaded: Loaded) => Promise<Task>,
): TaskForm<Value> {
  return {
    ...own,
    path: '/tasks/:task',
    takenAt: `/tasks/:task/${ending}`,
    among: true,
    params: taskParams,
    may: 'day.see',
    shown: { records: ['case.viewed', 'day.viewed'] },
    draft: ({ task }) => ({ form: `task-${ending}`, about: task }),
    load,
    version: ({ task }) => task.version,
    now: () => changed,
    view: (form, loaded, ctx, meanwhile) =>
      taskShown(ctx, loaded, { ...eachOf((of) => untouched(of, ctx, loaded)), [ending]: form }, meanwhile),
    save: async (ctx, value, loaded) => {
      const { caseId } = await act(ctx, value, loaded);
      return { to: caseId ? paths.ofCase(caseId) : paths.day, said: said[ending] };
    },
  };
}

const changed = html`<p class="govuk-inset-text">Somebody else changed this task while you were looking at it. This is how it stands now; nothing of yours was saved.</p>`;

const said: Readonly<Record<Ending, string>> = {
  completion: 'The task is done',
  move: 'The task is moved',
  owner: 'Somebody else does the task now',
  dropping: 'The task is dropped',
};

const completion = taskForm(
  'completion',
  { records: 'task.done', schema: () => completionForm },
  (ctx, { outcome, _version: version }, { task }) =>
    finishTask(ctx.tx, ctx, { taskId: task.id, how: 'done', reason: outcome, version }),
);

const move = taskForm(
  'move',
  { records: 'task.moved', schema: (ctx) => moveForm(today(ctx)) },
  (ctx, { due, movedWhy, _version: version }, { task }) =>
    moveTask(ctx.tx, ctx, { taskId: task.id, dueOn: due, reason: movedWhy, version }),
);

const owner = taskForm(
  'owner',
  { records: 'task.moved', schema: () => ownerForm },
  (ctx, { ownerId, givenWhy, _version: version }, { task, offered }) => {
    insist(mayOwn(ownerId, offered));
    return giveTask(ctx.tx, ctx, { taskId: task.id, ownerId, reason: givenWhy, version });
  },
);

const dropping = taskForm(
  'dropping',
  { records: 'task.dropped', schema: () => droppingForm },
  (ctx, { droppedWhy, _version: version }, { task }) =>
    finishTask(ctx.tx, ctx, { taskId: task.id, how: 'dropped', reason: droppedWhy, version }),
);

function eachOf<T>(of: (form: TaskForm<unknown>) => T): Readonly<Record<Ending, T>> {
  return { completion: of(completion), move: of(move), owner: of(owner), dropping: of(dropping) };
}

const show = staffRoute({
  method: 'GET',
  path: '/tasks/:task',
  params: taskParams,
  query: draftQuery,
  may: 'day.see',
  records: ['case.viewed', 'day.viewed'],
  async handle(ctx) {
    const loaded = await load(ctx);
    const on = eachOf((form) => formOn(form, ctx, loaded));
    const [completion, move, owner, dropping] = await Promise.all([
      on.completion,
      on.move,
      on.owner,
      on.dropping,
    ]);
    const { caseId, id } = loaded.task;
    if (caseId) await recordView(ctx, caseId, 'Task');
    else await record(ctx.tx, ctx, { name: 'day.viewed', subjectId: id });
    return page(taskShown(ctx, loaded, { completion, move, owner, dropping }, null));
  },
});

function taskShown(
  { calendar, now }: TaskContext,
  { task, history, model, offered }: Loaded,
  forms: TaskForms,
  meanwhile: Html | null,
): Page {
  const others = offered.filter(({ id }) => id !== task.ownerId);
  const shown = { task, history, offered: others, calendar, now, forms, meanwhile };
  if (model)
    return inCase(model, 'Task', () => taskPage(shown, (heading) => caseHead(model, 'Tasks', heading)));
  const head = (heading: string) => html`<h1 class="govuk-heading-l">${heading}</h1>`;
  return { title: 'A reminder', main: () => taskPage(shown, head) };
}

export const taskRoutes: readonly Route[] = [
  show,
  ...formPage(completion),
  ...formPage(move),
  ...formPage(owner),
  ...formPage(dropping),
];
