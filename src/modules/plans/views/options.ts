import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import type { Offer } from '#modules/support/index.ts';
import { answers, isTheirs, offerInWords, stateTag, supportPaths } from '#modules/support/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import type { PlanModel } from './model.ts';

/** What was offered, and what they decided: none of it is a failure (V3.4, L2.1c). It is kept under Support. */
export function optionsPart(model: PlanModel): Html {
  const { file, plan } = model;
  return html`<div class="lintel-heading"><h2 class="govuk-heading-m">Offered</h2>${button({
    text: 'Record an offer',
    href: supportPaths.newOffer(file.id),
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
    head: [{ text: 'What' }, { text: 'How it stands' }, { text: 'In their words' }],
    rows: plan.options.map((offer) => [
      {
        html: html`<a class="govuk-link" href="${supportPaths.offer(file.id, offer.id)}">${offerInWords(offer)}</a>
          <br>${dayOfWeekInWords(offer.offeredOn)}`,
      },
      { html: decided(offer), classes: 'lintel-cell--bare' },
      { html: theirWords(offer), classes: 'lintel-cell--words' },
    ]),
  });
}

function theirWords({ steps }: Offer): Html {
  const said = steps.findLast(({ step, words, struck }) => !struck && words.trim() !== '' && isTheirs(step));
  return said ? verbatim(said.words) : html``;
}

function decided(offer: Offer): Html {
  const { steps } = offer;
  const said = steps.filter(({ step, struck }) => !struck && answers.some(({ value }) => value === step));
  const earlier = said.slice(0, -1).toReversed();
  const latest = said.at(-1);
  return html`<span>${stateTag(offer)}${
    latest && earlier.length > 0 && html` ${dayOfWeekInWords(latest.happenedOn)}`
  }${
    earlier.length > 0 &&
    html`<br><span class="govuk-hint">Before: ${earlier
      .map((each) => `${labelOf(answers, each.step)} (${dayOfWeekInWords(each.happenedOn)})`)
      .join('; ')}</span>`
  }</span>`;
}
