import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { RiskLevel } from '#rules/facts.ts';

const words: Readonly<Record<RiskLevel, string>> = {
  high: 'High risk',
  medium: 'Medium risk',
  standard: 'Standard risk',
};
const colours: Readonly<Record<RiskLevel, string>> = {
  high: 'govuk-tag--red',
  medium: 'govuk-tag--yellow',
  standard: 'govuk-tag--grey',
};

/** The level in a word, and danger before it. */
export function riskTag(level: RiskLevel | null, danger: boolean): Html {
  const shown = level
    ? tag({ text: words[level], classes: colours[level] })
    : tag({ text: 'Not assessed', classes: 'govuk-tag--grey' });
  return html`${danger && html`${tag({ text: 'Immediate danger', classes: 'govuk-tag--red' })} `}${shown}`;
}
