import type { freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { dayFields } from '#kit/typed-day.ts';
import { nextWorkingDay, today } from '#rules/calendar.ts';
import { reminderForm } from '../forms/task-form.ts';
import { paths } from '../paths.ts';
import { addTask } from '../store/tasks.ts';
import { newReminderPage } from '../views/reminder.ts';

const show = staffRoute({
  method: 'GET',
  path: paths.newReminder,
  may: 'day.see',
  records: { nothing: 'an empty form about nobody' },
  handle: async (ctx) => {
    const calendar = ctx.calendar;
    const tomorrow = nextWorkingDay(today(ctx), calendar);
    return page(formPage(ctx, { values: dayFields('due', tomorrow), errors: {} }));
  },
});

const keep = staffRoute({
  method: 'POST',
  path: paths.newReminder,
  may: 'day.see',
  records: 'task.added',
  handle: async (ctx) => {
    const parsed = parseForm(reminderForm(today(ctx)), ctx.body);
    if (!parsed.ok) return invalid(formPage(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { what, why, due } = parsed.value;
    await addTask(ctx.tx, ctx, { caseId: null, ownerId: ctx.staff, what, why, dueOn: due, fromPage: 'day' });
    return redirect(paths.day, 'Your reminder is kept');
  },
});

function formPage(ctx: StaffContext, form: typeof freshForm) {
  const model = { form, action: paths.newReminder, csrf: ctx.csrf, submissionId: newId<string>() };
  return { title: 'A reminder', main: () => newReminderPage(model) };
}

export const reminderRoutes: readonly Route[] = [show, keep];
