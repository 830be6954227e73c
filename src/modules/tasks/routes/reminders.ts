import { adds, formPage } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { nextWorkingDay, today } from '#rules/calendar.ts';
import { reminderForm } from '../forms/task-form.ts';
import { paths } from '../paths.ts';
import { addTask } from '../store/tasks.ts';
import { newReminderPage } from '../views/reminder.ts';

export const reminderRoutes: readonly Route[] = formPage({
  path: paths.newReminder,
  may: 'day.see',
  records: 'task.added',
  shown: { records: { nothing: 'an empty form about nobody' } },
  version: adds,
  draft: () => ({ form: 'reminder', about: null }),
  load: async () => null,
  schema: (ctx) => reminderForm(today(ctx)),
  fresh: (ctx) => dayFields('due', nextWorkingDay(today(ctx), ctx.calendar)),
  view: (form) => ({ title: 'A reminder', main: () => newReminderPage(form) }),
  save: async (ctx, { what, why, due }) => {
    await addTask(ctx.tx, ctx, { caseId: null, ownerId: ctx.staff, what, why, dueOn: due, fromPage: 'day' });
    return { to: paths.day, said: 'Your reminder is kept' };
  },
});
