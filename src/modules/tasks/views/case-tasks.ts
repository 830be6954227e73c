import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import { type CaseModel, caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { SupervisionOnFile } from '../store/supervisions.ts';
import type { Task } from '../store/tasks.ts';
import { taskDueAt } from '../tasks.ts';
import { dueBadge } from './due.ts';
import { reviewsOf } from './reviews.ts';

export interface CaseTasksModel extends CaseModel {
  readonly open: readonly Task[];
  readonly ended: readonly Task[];
  readonly reviews: readonly SupervisionOnFile[];
  readonly mayReview: boolean;
}

/** What is to be done in this case, beside what the policy promises. */
export function caseTasksPage(model: CaseTasksModel): Html {
  const { file, open, ended } = model;
  return html`${caseHead(
    model,
    'Tasks',
    'Tasks',
    html`<div class="govuk-button-group">${button({ text: 'Add a task', href: paths.newTask(file.id) })}${
      model.mayReview &&
      button({
        text: 'Review this case',
        href: paths.newSupervision(file.id),
        classes: 'govuk-button--secondary',
      })
    }</div>`,
  )}
${
  open.length === 0
    ? html`<p class="govuk-body">Nothing is to be done in this case at present, beside what is promised.</p>`
    : openList(model)
}
<h2 class="govuk-heading-m">Case reviews</h2>
${reviewsOf(model.reviews, model.calendar)}
${ended.length > 0 && html`<h2 class="govuk-heading-m">Done and dropped</h2>${endedList(model)}`}`;
}

function openList({ open, calendar, now }: CaseTasksModel): Html {
  return table({
    caption: 'Open tasks',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Task' }, { text: 'Who' }, { text: 'Due' }],
    rows: open.map((task) => [
      { html: taskLink(task) },
      { text: task.ownerName, classes: 'lintel-cell--bare' },
      { html: dueBadge(taskDueAt(task.dueOn, calendar), calendar, now), classes: 'lintel-cell--bare' },
    ]),
  });
}

function endedList({ ended, calendar }: CaseTasksModel): Html {
  return table({
    caption: 'Tasks that are done or dropped',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Task' }, { text: 'Who' }, { text: 'What became of it' }],
    rows: ended.map((task) => [
      { html: taskLink(task) },
      { text: task.ownerName, classes: 'lintel-cell--bare' },
      {
        classes: 'lintel-cell--bare',
        text:
          `${task.state === 'done' ? 'Done' : 'Dropped'} on ` +
          `${task.endedAt ? dayOfWeekInWords(atTheOffice(task.endedAt, calendar)) : ''}`,
      },
    ]),
  });
}

function taskLink({ id, what }: Task): Html {
  return html`<a class="govuk-link" href="${paths.task(id)}">${what}</a>`;
}

/** @param offered those whom the case's wall lets in; nobody with a conflict is on the list, and nothing says so */
export function newTaskPage(model: CaseModel, formModel: FormModel, offered: readonly Colleague[]): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Tasks', 'Add a task')}${caseForm(
    formModel,
    'Add the task',
    html`${input({
      ...kept(form, 'what'),
      label: { text: 'What is to be done?', classes: 'govuk-label--s' },
    })}${select({
      ...kept(form, 'ownerId'),
      label: { text: 'Who does it?', classes: 'govuk-label--s' },
      items: [
        { value: '', text: 'Choose a colleague' },
        ...offered.map(({ id, name }) => ({ value: id, text: name })),
      ],
    })}${dayInput(form, 'due', {
      legend: 'By when?',
      hint: 'Where the office is closed that day, the last working day before it counts',
    })}${textarea({
      ...kept(form, 'why'),
      label: { text: 'Why? (optional)', classes: 'govuk-label--s' },
      rows: 3,
    })}`,
  )}`;
}
