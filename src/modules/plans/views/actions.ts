import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { PlanAction } from '../store/actions.ts';
import type { PlanModel } from './model.ts';

/** For the small forms of a page, each of which is sent once. */
export interface Proof {
  readonly csrf: string;
  readonly newSubmission: () => string;
}

/** Who does what by when: what is open, then what was done or is no longer needed. */
export function actionsPart(model: PlanModel, proof: Proof): Html {
  const { file, plan } = model;
  const open = plan.actions.filter((action) => action.state === 'open');
  const ended = plan.actions.filter((action) => action.state !== 'open');
  return html`<div class="lintel-heading"><h2 class="govuk-heading-m">Actions</h2>${button({
    text: 'Add an action',
    href: paths.newAction(file.id),
    classes: 'govuk-button--secondary',
  })}</div>
${open.length > 0 ? openActions(model, open, proof) : html`<p class="govuk-body">Nothing is open.</p>`}
${
  ended.length > 0 &&
  details({
    summaryText: `Done or no longer needed (${ended.length})`,
    html: endedActions(model, ended),
  })
}`;
}

function openActions(model: PlanModel, open: readonly PlanAction[], proof: Proof): Html {
  return table({
    caption: 'Open actions',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'What and why' }, { text: 'Who' }, { text: 'By' }, { text: 'Change' }],
    rows: open.map((action, index) => {
      const before = open[index - 1];
      const movable = before !== undefined && before.safety === action.safety;
      return [
        { html: whatAndWhy(action) },
        { text: doer(action, model) },
        { html: by(action, model) },
        { html: links(model, action, movable ? proof : null), classes: 'lintel-cell--words' },
      ];
    }),
  });
}

function whatAndWhy({ what, why, safety }: PlanAction): Html {
  return html`<strong>${what}</strong> ${
    safety && tag({ text: 'Safety', classes: 'govuk-tag--orange' })
  }${why && html`<br>${why}`}`;
}

/** The person, a colleague by name, or an agency by name. */
export function doer({ owner, by: name }: Pick<PlanAction, 'owner' | 'by'>, { pack }: PlanModel): string {
  return owner === 'person' ? `The ${pack.words.person}` : name;
}

/** What the person does themselves is never late: it is theirs. */
function by({ dueOn, owner }: PlanAction, { now, calendar }: PlanModel): Html {
  if (dueOn === null) return html`Whenever they like`;
  const today = atTheOffice(now, calendar).toPlainDate();
  const late = owner !== 'person' && Temporal.PlainDate.compare(dueOn, today) < 0;
  return html`${dayOfWeekInWords(dueOn)}${late && html` ${tag({ text: 'Overdue', classes: 'govuk-tag--red' })}`}`;
}

function links({ file }: PlanModel, { id, what }: PlanAction, proof: Proof | null): Html {
  const link = (href: string, text: string) =>
    html`<li><a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden">: ${what}</span></a></li>`;
  return html`<ul class="govuk-list lintel-list--plain">${link(paths.outcome(file.id, id), 'What became of it')}${link(
    paths.action(file.id, id),
    'Change or see its history',
  )}${
    proof &&
    html`<li><form method="post" action="${paths.place(file.id, id)}">
      ${submission(proof.csrf, proof.newSubmission())}
      <button class="lintel-link-button" type="submit">Put earlier<span
      class="govuk-visually-hidden">: ${what}</span></button></form></li>`
  }</ul>`;
}

function endedActions(model: PlanModel, ended: readonly PlanAction[]): Html {
  return table({
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'What and why' }, { text: 'Who' }, { text: 'What became of it' }, { text: 'Change' }],
    rows: ended.map((action) => [
      { html: whatAndWhy(action) },
      { text: doer(action, model) },
      { text: outcome(action, model), classes: 'lintel-cell--words' },
      {
        classes: 'lintel-cell--words',
        html: html`<a class="govuk-link" href="${paths.action(model.file.id, action.id)}">History<span
          class="govuk-visually-hidden"> of: ${action.what}</span></a>,
          <a class="govuk-link" href="${paths.reopening(model.file.id, action.id)}">open again<span
          class="govuk-visually-hidden">: ${action.what}</span></a>`,
      },
    ]),
  });
}

function outcome({ id, state }: PlanAction, { plan }: PlanModel): string {
  const entry = plan.entries.find((each) => each.actionId === id && each.kind === state);
  const word = state === 'done' ? 'Done' : 'No longer needed';
  if (!entry) return word;
  return [`${word}, ${dayOfWeekInWords(entry.happenedOn)}`, entry.byWhom, entry.note]
    .filter(Boolean)
    .join('. ');
}
