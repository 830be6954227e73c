import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type Answer, answers, optionInWords } from '../options.ts';
import { paths } from '../paths.ts';
import type { PlanOption } from '../store/options.ts';
import type { PlanModel } from './model.ts';

/** What was offered, and what they decided: none of it is a failure (V3.4, L2.1c). */
export function optionsPart(model: PlanModel): Html {
  const { file, plan } = model;
  return html`<div class="lintel-heading"><h2 class="govuk-heading-m">Offered</h2>${button({
    text: 'Record an offer',
    href: paths.newOption(file.id),
    classes: 'govuk-button--secondary',
  })}</div>
${
  plan.options.length > 0
    ? optionsTable(model)
    : html`<p class="govuk-body">Nothing is recorded as offered yet.
      What is not for them counts as much as what is.</p>`
}`;
}

function optionsTable({ file, plan }: PlanModel): Html {
  return table({
    caption: 'What was offered, and what they decided',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'What' }, { text: 'What they decided' }, { text: 'In their words' }, { text: 'Change' }],
    rows: plan.options.map((option) => [
      { html: html`<strong>${optionInWords(option)}</strong><br>${dayOfWeekInWords(option.offeredOn)}` },
      { html: decided(option), classes: 'lintel-cell--bare' },
      { html: theirWords(option), classes: 'lintel-cell--words' },
      {
        classes: 'lintel-cell--bare',
        html: html`<a class="govuk-link" href="${paths.answer(file.id, option.id)}">Another answer<span
          class="govuk-visually-hidden"> to: ${optionInWords(option)}</span></a>`,
      },
    ]),
  });
}

function theirWords({ answers: all }: PlanOption): Html {
  const said = all.findLast((each) => each.ownWords.trim() !== '');
  return said ? verbatim(said.ownWords) : html``;
}

/** One colour for every decision: none of them is better than another. */
export function answerTag(answer: Answer): Html {
  return tag({ text: labelOf(answers, answer), classes: 'govuk-tag--blue' });
}

function decided({ answer, answers: all }: PlanOption): Html {
  const earlier = all.slice(0, -1).toReversed();
  const latest = all.at(-1);
  return html`<span>${answerTag(answer)}${
    latest && earlier.length > 0 && html` ${dayOfWeekInWords(latest.offeredOn)}`
  }${
    earlier.length > 0 &&
    html`<br><span class="govuk-hint">Before: ${earlier
      .map((each) => `${labelOf(answers, each.answer)} (${dayOfWeekInWords(each.offeredOn)})`)
      .join('; ')}</span>`
  }</span>`;
}
