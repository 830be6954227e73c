import { page } from '#kit/http/answers.ts';
import { insist } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { nextWorkingDay, today } from '#rules/calendar.ts';
import { caseRoles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { taskForm } from '../forms/task-form.ts';
import { paths } from '../paths.ts';
import { supervisionsOf } from '../store/supervisions.ts';
import { addTask, endedTasks, openTasks } from '../store/tasks.ts';
import { mayReview } from '../supervision.ts';
import { mayOwn } from '../tasks.ts';
import { caseTasksPage, newTaskPage } from '../views/case-tasks.ts';

const list = staffRoute({
  method: 'GET',
  path: '/cases/:id/tasks',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const { tx, organisation } = ctx;
    const [model, open, ended, reviews] = await Promise.all([
      loadCase(ctx, id),
      openTasks(tx, organisation, id),
      endedTasks(tx, organisation, id),
      supervisionsOf(tx, organisation, id),
      recordView(ctx, id, 'Tasks'),
    ]);
    const manages = may(ctx.who.roles, 'supervision.record').allowed;
    const reviewed = manages && mayReview(model.file.leadId, ctx.staff).allowed;
    return page(
      inCase(model, 'Tasks', () => caseTasksPage({ ...model, open, ended, reviews, mayReview: reviewed })),
    );
  },
});

const add = caseFormPage({
  path: '/cases/:id/tasks/new',
  params: caseParams,
  may: 'case.work',
  records: 'task.added',
  title: 'New task',
  draft: ({ id }) => ({ form: 'task', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const { file } = await loading;
    return whoSees(file, await listStaff(ctx.tx, ctx.organisation, { roles: caseRoles }));
  },
  schema: (ctx) => taskForm(today(ctx)),
  fresh: (ctx, { calendar, file }) => ({
    ...dayFields('due', nextWorkingDay(today(ctx), calendar)),
    ownerId: file.leadId ?? ctx.staff,
  }),
  view: newTaskPage,
  save: async (ctx, { what, why, ownerId, due }, _, offered) => {
    insist(mayOwn(ownerId, offered));
    const { id } = ctx.params;
    await addTask(ctx.tx, ctx, { caseId: id, ownerId, what, why, dueOn: due });
    return { to: paths.ofCase(id), said: 'The task is added' };
  },
});

export const caseTaskRoutes: readonly Route[] = [list, ...add];
