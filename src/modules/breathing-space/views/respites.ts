import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { respiteUntil } from '#rules/may-go-to-court.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { respiteKinds } from '../forms/respite-forms.ts';
import { paths } from '../paths.ts';
import type { Respite } from '../store/respites.ts';

export function respiteTable({ file, calendar }: CaseModel, respites: readonly Respite[]): Html {
  return html`${respites.map((each) =>
    summaryList({
      rows: [
        { key: { text: 'Which' }, value: { text: labelled(each) } },
        { key: { text: 'From' }, value: { text: dateInWords(each.startedOn) } },
        each.treatmentEndedOn && {
          key: { text: 'Treatment ended' },
          value: { text: dateInWords(each.treatmentEndedOn) },
        },
        { key: { text: 'Its last day' }, value: { text: lastDay(each) } },
        { key: { text: 'Adviser' }, value: { text: each.adviser } },
        { key: { text: 'Reference of the register' }, value: { text: each.reference } },
        {
          key: { text: 'Written down' },
          value: {
            text: `${momentInWords(each.recordedAt, calendar)} by ${each.recordedByName ?? 'Lintel'}`,
          },
        },
        each.endedOn === null && {
          key: { text: 'Way on' },
          value: {
            html: html`<a class="govuk-link" href="${paths.respite(file.id, each.id)}">Treatment ended, or it
              ended before its time</a>`,
          },
        },
      ],
    }),
  )}`;
}

function labelled({ kind }: Pick<Respite, 'kind'>): string {
  return respiteKinds.find(({ value }) => value === kind)?.label ?? kind;
}

function lastDay(respite: Respite): string {
  if (respite.endedOn) return `It ended on ${dateInWords(respite.endedOn)}`;
  const until = respiteUntil(respite);
  return until ? dateInWords(until) : 'Not known while treatment goes on';
}

export function respiteFormPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Breathing space', 'Debt Respite Scheme')}
<p class="govuk-body">Write down what the adviser or the register told us. It begins through them alone: nothing here
  asks for it.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'Which of the two?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(respiteKinds),
  })}${dayInput(form, 'started', {
    legend: 'On which day was it entered on the register?',
    hint: 'For example 14 12 2026',
  })}${dayInput(form, 'treatmentEnded', {
    legend: 'Of a mental-health crisis: on which day did treatment end?',
    hint: 'Leave it empty while it goes on',
  })}${input({
    ...kept(form, 'adviser'),
    label: { text: 'Adviser or service', classes: 'govuk-label--s' },
  })}${input({
    ...kept(form, 'reference'),
    label: { text: 'Reference of the register', classes: 'govuk-label--s' },
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'Anything to add', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function respiteChangePage(model: CaseModel, formModel: FormModel, respite: Respite): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Breathing space', 'Debt Respite Scheme: what changed')}
<p class="govuk-body">It began on ${dateInWords(respite.startedOn)}.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'change'),
    fieldset: { legend: { text: 'What changed?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [
      ...(respite.kind === 'mental_health'
        ? [{ value: 'treatment_ended', text: 'Treatment ended: it lasts 30 days more' }]
        : []),
      { value: 'ended', text: 'The adviser or a court ended it, or it was written down in error' },
    ],
  })}${dayInput(form, 'on', { legend: 'On which day?' })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Who told us, and what did they say?', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}
