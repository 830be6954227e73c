import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import { dueMomentInWords } from '#rules/closed-since.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Sample } from '../store/samples.ts';

export const answerWords = { agreed: 'Agreed', not_agreed: 'Not agreed' } as const;

export function samplePage(model: CaseModel, form: FormModel, sample: Sample, may: Verdict): Html {
  return html`${caseHead(model, 'Overview', 'Drawn by chance')}
<p class="govuk-body">This promise counts as kept, and was drawn by chance. Look at the record of the case as somebody
  would who has to rely on it: does it show that the promise was kept?</p>${facts(model, sample)}${
    sample.answer === null &&
    (may.allowed
      ? caseForm(form, 'Save your answer', question(form))
      : html`<p class="govuk-body">${because(model.pack, may)}</p>`)
  }`;
}

/** The promise, and what keeping it rests on. */
export function facts(
  { calendar, commitmentOf }: Pick<CaseModel, 'calendar' | 'commitmentOf'>,
  sample: Sample,
): Html {
  const when = (at: Temporal.Instant | null) => (at ? momentInWords(at, calendar) : 'not known');
  const { packId, commitment, startedAt, dueAt, keptAt, recordedAt, recordedByName, answer, why } = sample;
  return summaryList({
    rows: [
      { key: { text: 'Promise' }, value: { text: commitmentOf(packId, commitment)?.title ?? 'Promise' } },
      { key: { text: 'It began' }, value: { text: when(startedAt) } },
      { key: { text: 'It was due' }, value: { text: dueMomentInWords(dueAt, calendar) } },
      { key: { text: 'Kept, it says' }, value: { text: when(keptAt) } },
      {
        key: { text: sample.confirmed ? 'Confirmed' : 'Written down' },
        value: { text: `${when(recordedAt)} by ${recordedByName ?? 'Lintel'}` },
      },
      answer !== null && {
        key: { text: answerWords[answer] },
        value: {
          html: html`${when(sample.answeredAt)} by ${sample.answeredByName ?? 'Lintel'}${verbatim(why)}`,
        },
      },
    ],
  });
}

/** Whether they agree, and what that rests on. */
export function question(form: FormModel): Html {
  return html`${radios({
    ...kept(form.form, 'answer'),
    fieldset: {
      legend: { text: 'Do you agree that it was kept?', classes: 'govuk-fieldset__legend--s' },
    },
    items: [
      { value: 'agreed', text: 'Yes: the record shows it' },
      { value: 'not_agreed', text: 'No, or the record does not show it' },
    ],
  })}${textarea({
    ...kept(form.form, 'why'),
    label: { text: 'What you looked at, or why not', classes: 'govuk-label--s' },
    rows: 4,
  })}`;
}
