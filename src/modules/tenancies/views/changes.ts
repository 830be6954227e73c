import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
  verbatim,
} from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import {
  changeRoutes,
  changeSteps,
  checklist,
  itemAnswers,
  needed,
  notSettled,
  securities,
  stepsAfter,
} from '#rules/tenancy-change.ts';
import { labelOf } from '#rules/words.ts';
import { answeredIn } from '../answered.ts';
import { paths } from '../paths.ts';
import type { Change } from '../store/changes.ts';

const head = (model: CaseModel, heading: string, actions?: Html) =>
  caseHead(model, 'Tenancy', heading, actions);

function standing(change: Change): Html {
  const [last] = change.steps;
  if (last)
    return tag({ text: labelOf(changeSteps, last.step).split(':')[0] ?? '', classes: 'govuk-tag--grey' });
  const open = notSettled({ route: change.route, answered: answeredIn(change) }).length;
  return tag({
    text: open === 0 ? 'Waits for a manager' : `${open} to settle first`,
    classes: 'govuk-tag--yellow',
  });
}

/** What they ask for themselves, below what others ask for. */
export function changesInCase(model: CaseModel, changes: readonly Change[]): Html {
  const { id, closedAt } = model.file;
  return html`<h2 class="govuk-heading-m">Changes that they want</h2>
<p class="govuk-body">A tenancy in their own name, or one that whoever is feared is no longer part of. It comes before
  other applications. Go through <a class="govuk-link" href="${casePaths.housing(id)}">what there is</a> with them
  first; nothing is advised here, and that they do not want it is no failure. Where they ask for
  <a class="govuk-link" href="${casePaths.mediation(id)}">mediation</a> by themselves, a gate stands before it.</p>
${closedAt === null && asksForOne(id)}${
  changes.length === 0
    ? html`<p class="govuk-body">None was asked for.</p>`
    : table({
        caption: 'Changes that they want, the latest first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: ['What', 'How it stands', 'Asked for'].map((text) => ({ text })),
        rows: changes.map((change) => [
          {
            html: html`<a class="govuk-link" href="${paths.change(id, change.id)}">${labelOf(
              changeRoutes,
              change.route,
            )}</a>`,
          },
          { html: standing(change) },
          { text: momentInWords(change.askedAt, model.calendar) },
        ]),
      })
}`;
}

const asksForOne = (id: CaseId) =>
  button({ text: 'They ask for a change', href: paths.newChange(id), classes: 'govuk-button--secondary' });

/** One of them: what has to be settled, who settled it, and what became of it. */
export function changePage(model: CaseModel, change: Change): Html {
  const { id } = model.file;
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  return html`${head(model, labelOf(changeRoutes, change.route))}
${change.route === 'notice_and_regrant' && warned}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: standing(change) } },
    { key: { text: 'What they want' }, value: { html: verbatim(change.words) } },
    {
      key: { text: 'Asked for' },
      value: { text: `${when(change.askedAt)}, written down by ${change.recordedByName ?? 'Lintel'}` },
    },
  ],
})}
<h2 class="govuk-heading-m">Settled first</h2>
${summaryList({
  rows: checklist
    .filter(({ value }) => needed[change.route].includes(value))
    .map(({ value, label }) => {
      const answered = change.items.find(({ item }) => item === value);
      return {
        key: { text: label },
        value: {
          html: answered
            ? html`<strong>${labelOf(itemAnswers, answered.answer)}</strong>: ${answered.who}, ${dateInWords(
                answered.onDay,
              )}${verbatim(answered.words)}<span class="govuk-hint">Written down ${when(answered.recordedAt)} by
                ${answered.recordedByName ?? 'Lintel'}</span>`
            : html`Not settled yet`,
        },
      };
    }),
})}
<div class="govuk-button-group">${button({
    text: 'Write down what was settled',
    href: paths.changeItem(id, change.id),
  })}${button({
    text: 'Write down what became of it',
    href: paths.changeStep(id, change.id),
    classes: 'govuk-button--secondary',
  })}</div>
${
  change.steps.length > 0 &&
  html`<h2 class="govuk-heading-m">What became of it</h2>${change.steps.map(
    (
      step,
    ) => html`<h3 class="govuk-heading-s">${labelOf(changeSteps, step.step)}</h3><p class="govuk-body">${when(
      step.recordedAt,
    )} by ${step.recordedByName ?? 'Lintel'}${step.security !== '' && `. ${labelOf(securities, step.security)}`}</p>
      ${verbatim(step.words)}`,
  )}`
}`;
}

const warned = insetText({
  html: html`<p class="govuk-body"><strong>Their notice ends the tenancy for everybody</strong>, and cannot be taken
    back alone (<cite>Hammersmith v Monk</cite> [1992] 1 AC 478). It is served only once everything below is settled,
    and the new tenancy or home is decided in writing with its days.</p>`,
});

export function newChangePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${head(model, 'They ask for a change')}${caseForm(
    formModel,
    'Save',
    html`${radios({
      ...kept(form, 'route'),
      fieldset: { legend: { text: 'Which way do they want to go?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: items(changeRoutes),
    })}${dayInput(form, 'asked', { legend: 'When did they ask for it?' })}${inWords(
      formModel,
      'What they want, as they said it',
    )}`,
  )}`;
}

export function itemPage(model: CaseModel, formModel: FormModel, change: Change): Html {
  const { form } = formModel;
  return html`${head(model, 'What was settled')}${caseForm(
    formModel,
    'Save',
    html`${radios({
      ...kept(form, 'item'),
      fieldset: { legend: { text: 'What?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: items(checklist.filter(({ value }) => needed[change.route].includes(value))),
    })}${radios({
      ...kept(form, 'answer'),
      fieldset: { legend: { text: 'Is it so?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: items(itemAnswers),
    })}${input({
      ...kept(form, 'who'),
      label: { text: 'Who settled it?', classes: 'govuk-label--s' },
      hint: { text: 'Who advised, reckoned or decided: not who typed it' },
    })}${dayInput(form, 'settled', { legend: 'On which day?' })}${inWords(formModel, 'From what that is known')}`,
  )}`;
}

export function stepPage(model: CaseModel, formModel: FormModel, change: Change): Html {
  const { form } = formModel;
  const next = stepsAfter(change.steps[0]?.step ?? null);
  return html`${head(model, 'What became of it')}
<p class="govuk-body">A manager who did not write it down decides it. Nothing is agreed to or done before everything is
  settled.</p>${caseForm(
    formModel,
    'Save',
    html`${radios({
      ...kept(form, 'step'),
      fieldset: { legend: { text: 'What became of it?', classes: 'govuk-fieldset__legend--s' } },
      items: changeSteps
        .filter(({ value }) => next.includes(value))
        .map(({ value, label, ...each }) => ({
          value,
          text: label,
          ...('hint' in each && { hint: { text: each.hint } }),
          ...(value === 'done' && {
            conditional: {
              html: radios({
                ...kept(form, 'security'),
                fieldset: {
                  legend: {
                    text: 'How does it stand beside the tenancy of before?',
                    classes: 'govuk-fieldset__legend--s',
                  },
                },
                hint: { text: 'A probation is never begun anew because of abuse' },
                classes: 'govuk-radios--small',
                items: items(securities),
              }),
            },
          }),
        })),
    })}${inWords(formModel, 'Why, and what was decided or done')}`,
  )}`;
}

const inWords = ({ form }: FormModel, label: string) =>
  textarea({ ...kept(form, 'words'), label: { text: label, classes: 'govuk-label--s' }, rows: 4 });
