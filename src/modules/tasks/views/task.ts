import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors, freshForm, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { select } from '#kit/components/select.ts';
import { submission } from '#kit/components/submission.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { TaskStep } from '../store/task-history.ts';
import type { Task } from '../store/tasks.ts';
import { pageWords, taskChanges, taskDueAt } from '../tasks.ts';
import { dueBadge } from './due.ts';

export interface TaskModel {
  readonly task: Task;
  readonly history: readonly TaskStep[];
  /** Who else could do it; nobody where it is a reminder of one's own. */
  readonly offered: readonly Colleague[];
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
  readonly csrf: string;
  readonly submissionIds: Readonly<Record<Ending, string>>;
  /** Which of the forms was sent and is wrong, with what was typed. */
  readonly wrong: { readonly form: Ending; readonly state: FormState } | null;
  /** Somebody else changed it first. */
  readonly meanwhile: boolean;
}
export type Ending = 'completion' | 'move' | 'owner' | 'dropping';

/** @param head the heading, inside a case or alone */
export function taskPage(model: TaskModel, head: (heading: string) => Html): Html {
  const { task, calendar, now, history, meanwhile, wrong } = model;
  const due = taskDueAt(task.dueOn, calendar);
  return html`${head(task.what)}${formErrors(wrong?.state ?? freshForm)}
${meanwhile && html`<p class="govuk-inset-text">Somebody else changed this task while you were looking at it. This is how it stands now; nothing of yours was saved.</p>`}
${summaryList({
  classes: 'lintel-summary--compact',
  rows: [
    {
      key: { text: 'How it stands' },
      value: task.state === 'open' ? { html: dueBadge(due, calendar, now) } : { text: ended(model) },
    },
    { key: { text: 'Who' }, value: { text: task.caseId ? task.ownerName : 'You, and nobody else sees it' } },
    ...(task.why ? [{ key: { text: 'Why' }, value: { html: verbatim(task.why) } }] : []),
    {
      key: { text: 'Added' },
      value: {
        text: `${momentInWords(task.addedAt, calendar)} by ${task.addedByName ?? 'Lintel'}. ${pageWords[task.fromPage]}.`,
      },
    },
  ],
})}
${task.state === 'open' && ways(model)}
<h2 class="govuk-heading-m">History</h2>${historyTable(history, calendar)}`;
}

function ended({ task, calendar }: TaskModel): string {
  const when = task.endedAt ? momentInWords(task.endedAt, calendar) : '';
  return `${task.state === 'done' ? 'Done' : 'Dropped'}, ${when}`;
}

function ways(model: TaskModel): Html {
  return html`${form(
    model,
    'completion',
    html`${input({
      ...kept(stateOf(model, 'completion'), 'outcome'),
      label: { text: 'What came of it? (optional)', classes: 'govuk-label--s' },
    })}${button({ text: 'It is done', preventDoubleClick: true })}`,
  )}${details({
    summaryText: 'Move it to another day',
    open: model.wrong?.form === 'move',
    html: form(
      model,
      'move',
      html`${dayInput(stateOf(model, 'move'), 'due', { legend: 'New day' })}${input({
        ...kept(stateOf(model, 'move'), 'movedWhy'),
        label: { text: 'Why?', classes: 'govuk-label--s' },
      })}${button({ text: 'Move it', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })}${model.offered.length > 0 && giving(model)}${details({
    summaryText: 'It is not to be done after all',
    open: model.wrong?.form === 'dropping',
    html: form(
      model,
      'dropping',
      html`${input({
        ...kept(stateOf(model, 'dropping'), 'droppedWhy'),
        label: { text: 'Why?', classes: 'govuk-label--s' },
      })}${button({ text: 'Drop it', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  })}`;
}

function giving(model: TaskModel): Html {
  const state = stateOf(model, 'owner');
  return details({
    summaryText: 'Give it to somebody else',
    open: model.wrong?.form === 'owner',
    html: form(
      model,
      'owner',
      html`${select({
        ...kept(state, 'ownerId'),
        label: { text: 'Who does it from now on?', classes: 'govuk-label--s' },
        items: [
          { value: '', text: 'Choose a colleague' },
          ...model.offered.map(({ id, name }) => ({ value: id as string, text: name })),
        ],
      })}${input({
        ...kept(state, 'givenWhy'),
        label: { text: 'Why?', classes: 'govuk-label--s' },
      })}${button({ text: 'Give it to them', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  });
}

function stateOf({ wrong }: TaskModel, form: Ending): FormState {
  return wrong?.form === form ? wrong.state : freshForm;
}

function form({ task, csrf, submissionIds }: TaskModel, way: Ending, fields: Html): Html {
  return html`<form method="post" action="${paths[way](task.id)}" class="lintel-form" novalidate>${submission(csrf, submissionIds[way], task.version)}${fields}</form>`;
}

function historyTable(history: readonly TaskStep[], calendar: WorkingCalendar): Html {
  return table({
    caption: 'What became of this task',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'When' }, { text: 'What' }, { text: 'By' }, { text: 'Why' }],
    rows: history.map((step) => [
      { text: momentInWords(step.at, calendar) },
      { text: stepInWords(step) },
      { text: step.byName ?? 'Lintel' },
      { text: step.reason || 'No reason needed' },
    ]),
  });
}

function stepInWords({ how, fromDueOn, toDueOn, fromOwnerName, toOwnerName }: TaskStep): string {
  const label = labelOf(taskChanges, how);
  if (how === 'moved' && fromDueOn && toDueOn)
    return `Moved from ${dateInWords(fromDueOn)} to ${dateInWords(toDueOn)}`;
  if (how === 'handed_over') return `From ${fromOwnerName ?? 'nobody'} to ${toOwnerName ?? 'nobody'}`;
  if (how === 'added' && toDueOn) return `Added, due ${dateInWords(toDueOn)}`;
  return label;
}
