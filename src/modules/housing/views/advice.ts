import { type Html, html } from '#kit/html.ts';
import { type CaseModel, verbatim } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { legalAnswers, waysOfAdvising } from '../said.ts';
import type { Advice } from '../store/advice.ts';
import { byAnswer } from '../words.ts';

/** One talk: what they said to which option, and when it was, and when somebody wrote it down. */
export function adviceShown({ file, calendar }: CaseModel, advice: Advice): Html {
  const { id, happenedOn, outcome, way, legal, legalWhy, words, againOn, struckAt, said } = advice;
  const when = `${dayOfWeekInWords(happenedOn)}, ${labelOf(waysOfAdvising, way).toLocaleLowerCase('en-GB')}`;
  const written = `${momentInWords(advice.recordedAt, calendar)} by ${advice.recordedByName ?? 'Lintel'}`;
  return html`<h3 class="govuk-heading-s">${struckAt ? html`<s>${when}</s>` : when}</h3>
${outcome === 'not_wanted' && html`<p class="govuk-body">They would rather not speak of it.</p>`}
${byAnswer(said).map(
  ({ answer, titles }) => html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${answer}</strong></p>
    <ul class="govuk-list govuk-list--bullet">${titles.map((title) => html`<li>${title}</li>`)}</ul>`,
)}
${
  legal !== '' &&
  html`<p class="govuk-body">Independent legal advice: ${labelOf(legalAnswers, legal)}.
    ${legalWhy}</p>`
}
${words.trim() !== '' && verbatim(words)}
${againOn && html`<p class="govuk-body">To be spoken of again on ${dayOfWeekInWords(againOn)}.</p>`}
<p class="govuk-hint">Written down ${written}</p>
${
  struckAt
    ? html`<p class="govuk-hint">Struck out ${momentInWords(struckAt, calendar)} by
        ${advice.struckByName ?? 'Lintel'}: ${advice.struckWhy}</p>`
    : html`<p class="govuk-body"><a class="govuk-link" href="${paths.correction(file.id, id)}">Recorded in error<span
        class="govuk-visually-hidden">: ${when}</span></a></p>`
}`;
}
