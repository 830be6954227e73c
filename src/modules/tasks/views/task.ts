import { dayInput } from '#kit/components/day-input.ts';
import { details } from '#kit/components/details.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { select } from '#kit/components/select.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
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
  readonly forms: TaskForms;
  /** Somebody else changed it first. */
  readonly meanwhile: Html | null;
}

export type TaskForms = Readonly<Record<Ending, FormModel>>;
export type Ending = 'completion' | 'move' | 'owner' | 'dropping';

/** @param head the heading, inside a case or alone */
export function taskPage(model: TaskModel, head: (heading: string) => Html): Html {
  const { task, calendar, now, history, meanwhile, forms } = model;
  const due = taskDueAt(task.dueOn, calendar);
  const addedWhen = momentInWords(task.addedAt, calendar);
  return html`${head(task.what)}${Object.values(forms).map(aboveForm)}
${meanwhile}${meanwhile && task.state !== 'open' && unsaved(forms)}
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
        text: `${addedWhen} by ${task.addedByName ?? 'Lintel'}. ${pageWords[task.fromPage]}.`,
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

/** What somebody wrote into a task that has ended meanwhile. */
function unsaved(forms: TaskForms): Html {
  const names = ['outcome', 'movedWhy', 'givenWhy', 'droppedWhy'];
  const typed = Object.values(forms).flatMap(({ form }) => names.map((name) => kept(form, name).value ?? ''));
  return html`${typed.filter((text) => text !== '').map((text) => html`<p class="govuk-body">You wrote: ${text}</p>`)}`;
}

const secondary = { button: 'govuk-button--secondary' } as const;

function ways({ forms, offered }: TaskModel): Html {
  const { completion, move, owner, dropping } = forms;
  return html`${formItself(
    completion,
    'It is done',
    input({
      ...kept(completion.form, 'outcome'),
      label: { text: 'What came of it? (optional)', classes: 'govuk-label--s' },
    }),
  )}${details({
    summaryText: 'Move it to another day',
    open: isTouched(move),
    html: formItself(
      move,
      'Move it',
      html`${dayInput(move.form, 'due', { legend: 'New day' })}${why(move, 'movedWhy')}`,
      secondary,
    ),
  })}${offered.length > 0 && giving(owner, offered)}${details({
    summaryText: 'It is not to be done after all',
    open: isTouched(dropping),
    html: formItself(dropping, 'Drop it', why(dropping, 'droppedWhy'), secondary),
  })}`;
}

function giving(model: FormModel, offered: readonly Colleague[]): Html {
  const whom = select({
    ...kept(model.form, 'ownerId'),
    label: { text: 'Who does it from now on?', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Choose a colleague' },
      ...offered.map(({ id, name }) => ({ value: id as string, text: name })),
    ],
  });
  return details({
    summaryText: 'Give it to somebody else',
    open: isTouched(model),
    html: formItself(model, 'Give it to them', html`${whom}${why(model, 'givenWhy')}`, secondary),
  });
}

function why({ form }: FormModel, name: string): Html {
  return input({ ...kept(form, name), label: { text: 'Why?', classes: 'govuk-label--s' } });
}

/** It was sent, or its draft is in it: it stands open. */
function isTouched({ form }: FormModel): boolean {
  return Object.keys(form.values).length > 0;
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
    return `Moved from ${dayOfWeekInWords(fromDueOn)} to ${dayOfWeekInWords(toDueOn)}`;
  if (how === 'handed_over') return `From ${fromOwnerName ?? 'nobody'} to ${toOwnerName ?? 'nobody'}`;
  if (how === 'added' && toDueOn) return `Added, due ${dayOfWeekInWords(toDueOn)}`;
  return label;
}
