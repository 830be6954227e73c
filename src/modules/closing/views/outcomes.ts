import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  ownWords,
} from '#modules/case-file/pure.ts';
import { labelOf } from '#rules/words.ts';
import { type OutcomeAnswers, outcomeQuestionNames, outcomeQuestions } from '../outcomes.ts';

/** Asked only where asking is safe, in their time; “not asked” is an answer (V4.6b). */
export function newOutcomePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Pause and closing', 'What became of it')}
<p class="govuk-body">Ask only if it is safe today and they want to say. To stay is no failure,
  and to have left is no success: what counts is whether they are safer and decide for themselves.</p>
${caseForm(
  formModel,
  'Save',
  html`${outcomeQuestionNames.map((name) =>
    radios({
      ...kept(form, name),
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: outcomeQuestions[name].asks, classes: 'govuk-fieldset__legend--s' } },
      items: items(outcomeQuestions[name].answers),
    }),
  )}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What they said', classes: 'govuk-label--s' },
    hint: { text: 'In their own words, if they want it kept' },
    rows: 4,
  })}`,
)}`;
}

export function outcomeList(outcome: OutcomeAnswers & { readonly words: string }): Html {
  return summaryList({
    classes: 'lintel-summary--compact',
    rows: [
      ...outcomeQuestionNames.map((name) => ({
        key: { text: outcomeQuestions[name].asks },
        value: { text: labelOf(outcomeQuestions[name].answers, outcome[name]) },
      })),
      outcome.words !== '' && { key: { text: 'What they said' }, value: { html: ownWords(outcome.words) } },
    ],
  });
}
