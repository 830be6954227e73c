import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, verbatim } from '#modules/case-file/pure.ts';
import { dateInWords, dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import type { Benefit } from '../benefits.ts';
import { gainKinds, waysKnown, waysOfSaying } from '../matters.ts';
import { paths } from '../paths.ts';
import type { Gain } from '../store/gains.ts';
import type { Matter } from '../store/matters.ts';
import { amountInWords, matterInWords, stepInWords } from '../words.ts';

interface MoneyShown {
  readonly matters: readonly Matter[];
  readonly gains: readonly Gain[];
  readonly benefits: readonly Benefit[];
}

/** What they say of money, what advisers made of it, and what it brought. It lists and never decides (V4.4b, L2.7b). */
export function casePage(model: CaseModel, { matters, gains, benefits }: MoneyShown): Html {
  const { id } = model.file;
  const actions = button({ text: 'Write down what they say', href: paths.newMatter(id) });
  return html`${caseHead(model, 'Money', 'Money', actions)}
<p class="govuk-body">Debts that they were made to take, payments that go to somebody else, bills in their name. Nobody
asks for proof, nobody who collects income reads this, and what they would rather leave is left.</p>
<h2 class="govuk-heading-m">What they say</h2>
${
  matters.length === 0
    ? html`<p class="govuk-body">Nothing is recorded yet. That says nothing about their money.</p>`
    : matters.map((each) => matterShown(model, each))
}
<div class="lintel-heading"><h2 class="govuk-heading-m">What advice brought</h2><a class="govuk-link"
  href="${paths.newGain(id)}">Write it down</a></div>
${
  gains.length === 0
    ? html`<p class="govuk-body">Nothing is recorded yet.</p>`
    : gains.map((each) => gainShown(model, each))
}
<h2 class="govuk-heading-m">What to ask an adviser about</h2>
<p class="govuk-body">Whether any of it is right for them an adviser says. Nothing here is advice, and nobody of us
advises about immigration.</p>
${benefits.map(benefitFolded)}`;
}

function written(
  { calendar }: CaseModel,
  { recordedAt, recordedByName }: Pick<Matter, 'recordedAt' | 'recordedByName'>,
): Html {
  return html`<br><span class="govuk-hint">Recorded ${momentInWords(recordedAt, calendar)} by
    ${recordedByName ?? 'Lintel'}</span>`;
}

function struck(
  { calendar }: CaseModel,
  { struckAt, struckByName, struckWhy }: Pick<Matter, 'struckAt' | 'struckByName' | 'struckWhy'>,
): Html | null {
  if (!struckAt) return null;
  return html`<p class="govuk-hint">Struck out ${momentInWords(struckAt, calendar)} by ${struckByName ?? 'Lintel'}:
    ${struckWhy}</p>`;
}

function matterShown(model: CaseModel, matter: Matter): Html {
  const { id, words, way, toldOn, steps } = matter;
  const { file } = model;
  const said = matterInWords(matter);
  const hidden = html`<span class="govuk-visually-hidden">: ${said}</span>`;
  return html`<h3 class="govuk-heading-s">${matter.struckAt ? html`<s>${said}</s>` : said}</h3>
${verbatim(words)}<p class="govuk-body">${dayOfWeekInWords(toldOn)}. ${labelOf(waysOfSaying, way)}.${written(
    model,
    matter,
  )}</p>
${
  steps.length > 0 &&
  html`<ul class="govuk-list govuk-list--spaced">${steps.map(
    (step) =>
      html`<li><strong>${stepInWords(step)}</strong><br>${dayOfWeekInWords(step.happenedOn)}${
        step.words.trim() !== '' && verbatim(step.words)
      }${written(model, step)}</li>`,
  )}</ul>`
}${
  matter.struckAt
    ? struck(model, matter)
    : html`<p class="govuk-body"><a class="govuk-link" href="${paths.step(file.id, id)}">What became of it${hidden}</a>
<a class="govuk-link govuk-!-margin-left-3" href="${paths.matterCorrection(file.id, id)}">Recorded in
error${hidden}</a></p>`
}`;
}

function gainShown(model: CaseModel, gain: Gain): Html {
  const said = labelOf(gainKinds, gain.kind);
  return html`<h3 class="govuk-heading-s">${gain.struckAt ? html`<s>${said}</s>` : said}</h3>
<p class="govuk-body">${amountInWords(gain)}, from ${dateInWords(gain.since)}. Advised by ${gain.adviser}.
${labelOf(waysKnown, gain.known)}.${written(model, gain)}</p>
${gain.words.trim() !== '' && verbatim(gain.words)}${
  gain.struckAt
    ? struck(model, gain)
    : html`<p class="govuk-body"><a class="govuk-link"
  href="${paths.gainCorrection(model.file.id, gain.id)}">Recorded in error<span
  class="govuk-visually-hidden">: ${said}</span></a></p>`
}`;
}

function benefitFolded({ called, plain, conditions, source, to, checkedOn }: Benefit): Html {
  const looked = checkedOn
    ? `Looked up on ${dateInWords(Temporal.PlainDate.from(checkedOn))}`
    : 'To be checked before anybody relies on it';
  const until = to ? ` Until ${dateInWords(Temporal.PlainDate.from(to).subtract({ days: 1 }))}.` : '';
  return details({
    summaryText: called,
    html: html`<p class="govuk-body">${plain}${until}</p>
<p class="govuk-body govuk-!-margin-bottom-1"><strong>What has to hold</strong></p>
<ul class="govuk-list govuk-list--bullet">${conditions.map((line) => html`<li>${line}</li>`)}</ul>
<p class="govuk-hint">${source}. ${looked}.</p>`,
  });
}
