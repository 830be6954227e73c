import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  changedMeanwhile,
  type FormModel,
  items,
} from '#modules/case-file/pure.ts';
import { dangerNowQuestion } from '#modules/danger/pure.ts';
import { endings, progressInWords } from '../assessment.ts';
import { assessmentPaths as paths } from '../paths.ts';
import type { Assessment, WholeAssessment } from '../store/assessments.ts';
import { helpGoesOn } from './safety.ts';

/** Stopping is as good an end as any other: nobody is pressed to go on (V3.4). */
export function endingPage(
  model: CaseModel,
  formModel: FormModel,
  { assessment, instrument }: WholeAssessment,
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Risk', `Stop or finish: ${instrument.name}`)}
${meanwhile}
<p class="govuk-body">${progressInWords(assessment)}.
  <a class="govuk-link" href="${paths.answers(model.file.id, assessment.id)}">Back to the questions</a></p>
${helpGoesOn()}
${insetText({
  text:
    'If it is not safe any more, end the conversation first: everything that was saved is safe ' +
    'here. In danger, ring 999.',
})}
${caseForm(
  formModel,
  'End it here',
  html`${radios({
    ...kept(form, 'ending'),
    fieldset: { legend: { text: 'How did it end?', classes: 'govuk-fieldset__legend--s' } },
    items: items(endings),
  })}${
    assessment.answered < instrument.enough &&
    textarea({
      ...kept(form, 'fewWhy'),
      label: { text: 'If it is finished: why were so few answered?', classes: 'govuk-label--s' },
      hint: {
        text:
          `${progressInWords(assessment)}; ${instrument.enough} are enough. For example what was known already ` +
          'from whom, or what they would not be asked. It is counted apart, and held against nobody',
      },
      rows: 3,
    })
  }${dayInput(form, 'askAgain', {
    legend: 'If they wished to stop: did they agree to be asked again on a day?',
    hint:
      'Only if they offered it or agreed to it freely. Leave it empty otherwise: nobody ' +
      'asks until they bring it up',
  })}${textarea({
    ...kept(form, 'endingWords'),
    label: { text: 'Anything else they said, in their own words', classes: 'govuk-label--s' },
    hint: { text: 'How they see the danger themselves, what they want to happen next, and what you agreed' },
    rows: 4,
  })}${dangerNowQuestion(formModel)}`,
)}`;
}

/** For somebody who was second: how far it is now. */
export function changedSince(assessment: Assessment): Html {
  return changedMeanwhile(html`<p class="govuk-body">${progressInWords(assessment)}.</p>`);
}
