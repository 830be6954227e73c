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
  casePaths,
  type FormModel,
  items,
  verbatim,
} from '#modules/case-file/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { areaAnswers, areas, fieldOf, outcomes, waysOfLooking, wordsOf } from '../assessment.ts';
import { paths } from '../paths.ts';
import type { Assessment } from '../store/assessments.ts';
import { lookedInWords } from '../words.ts';

/** Made with them, in the home, on a phone: an area that nobody reached is left blank, which says nothing. */
export function assessmentPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Home security', 'Look at the home together')}
<p class="govuk-body">Leave blank what you did not reach. Photos go under <a class="govuk-link"
  href="${casePaths.files(model.file.id)}/new">Files</a>; take none that show a person.</p>
${insetText({
  text: 'Change no setting of a device or an account yet: whoever set it up may be told, and know of it.',
})}
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'outcome'),
    fieldset: { legend: { text: 'What came of asking?', classes: 'govuk-fieldset__legend--s' } },
    items: items(outcomes),
  })}${areas.map(
    ({ value, label, hint }) =>
      html`${radios({
        ...kept(form, fieldOf(value)),
        fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
        hint: { text: hint },
        classes: 'govuk-radios--small',
        items: items(areaAnswers),
      })}${textarea({
        ...kept(form, wordsOf(value)),
        label: { text: `${label}: what you saw, and what they say` },
        rows: 2,
      })}`,
  )}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What they said, in their own words', classes: 'govuk-label--s' },
    rows: 4,
  })}${radios({
    ...kept(form, 'way'),
    fieldset: { legend: { text: 'Where and how?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(waysOfLooking),
  })}${dayInput(form, 'happened', { legend: 'On which day?' })}${dayInput(form, 'again', {
    legend: 'The day on which you look again',
    hint: 'Only a day that they agreed to. Leave it empty where they say when',
  })}`,
)}`;
}

/** One time: what was found where, when it was, and when somebody wrote it down. */
export function assessmentShown({ file, calendar }: CaseModel, assessment: Assessment): Html {
  const { id, happenedOn, outcome, way, looked, words, againOn, struckAt } = assessment;
  const when = `${dayOfWeekInWords(happenedOn)}: ${labelOf(outcomes, outcome)}`;
  const needed = looked.filter(({ answer }) => answer === 'needed');
  const rest = looked.filter(({ answer }) => answer !== 'needed');
  return html`<h3 class="govuk-heading-s">${struckAt ? html`<s>${when}</s>` : when}</h3>
<p class="govuk-body">${labelOf(waysOfLooking, way)}${
    outcome === 'made' && `. ${looked.length} of ${areas.length} parts were looked at`
  }.</p>
${[needed, rest].map(
  (part) =>
    part.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${part.map((each) => html`<li>${lookedInWords(each)}</li>`)}</ul>`,
)}
${words.trim() !== '' && verbatim(words)}
${againOn && html`<p class="govuk-body">To be looked at again on ${dayOfWeekInWords(againOn)}.</p>`}
<p class="govuk-hint">Written down ${momentInWords(assessment.recordedAt, calendar)} by ${
    assessment.recordedByName ?? 'Lintel'
  }</p>
${
  struckAt
    ? html`<p class="govuk-hint">Struck out ${momentInWords(struckAt, calendar)} by ${
        assessment.struckByName ?? 'Lintel'
      }: ${assessment.struckWhy}</p>`
    : html`<p class="govuk-body"><a class="govuk-link" href="${paths.assessmentCorrection(file.id, id)}">Recorded in
        error<span class="govuk-visually-hidden">: ${when}</span></a></p>`
}`;
}
