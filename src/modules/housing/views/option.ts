import { details } from '#kit/components/details.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Listed, Unknown } from '../advise.ts';
import type { HousingOption } from '../option.ts';
import { deciders } from '../words.ts';

const toFindOut: Readonly<Record<Unknown, string>> = {
  tenancyType: 'which kind of tenancy it is',
  holder: 'who holds it',
  relation: 'what they are to whoever they fear',
  children: 'whether there are children',
  landlord: 'whether we are a council',
};

/** One option, folded under its name: what it is, what has to hold, what it may bring, on what it rests. */
export function optionFolded({ option, unknown }: Listed): Html {
  return details({
    summaryHtml: html`${option.called} ${unknown.length > 0 && tag({ text: 'If so', classes: 'govuk-tag--blue' })}`,
    html: optionSaid({ option, unknown }),
  });
}

export function optionSaid({ option, unknown }: Listed): Html {
  const { plain, by, conditions, risks, advice } = option;
  return html`<p class="govuk-body">${plain}</p>
${
  unknown.length > 0 &&
  html`<p class="govuk-body">First find out ${inALine(unknown.map((each) => toFindOut[each]))}.</p>`
}
<p class="govuk-body"><strong>Who decides:</strong> ${deciders[by]}.${
    advice && html` <strong>Independent legal advice comes first.</strong>`
  }</p>
${listed('What has to hold', conditions)}${listed('What it may bring', risks)}
<p class="govuk-hint">${lawInWords(option)}</p>`;
}

function listed(heading: string, lines: readonly string[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${heading}</strong></p>
<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** The law with when it was looked up: what nobody has looked up is said to be. */
function lawInWords({ law, checkedOn, status }: HousingOption): string {
  const looked = checkedOn
    ? `Looked up on ${dateInWords(Temporal.PlainDate.from(checkedOn))}`
    : 'To be checked before anybody relies on it';
  return `${law}. ${status === 'pilot' ? 'Not everywhere. ' : ''}${looked}.`;
}

function inALine(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
