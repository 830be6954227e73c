import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { levelTag } from '#modules/case-file/pure.ts';
import type { RiskLevel } from '#rules/facts.ts';

/** The level in a word, and danger before it. */
export function riskTag(level: RiskLevel | null, danger: boolean): Html {
  return html`${danger && html`${tag({ text: 'Immediate danger', classes: 'govuk-tag--red' })} `}${levelTag(level)}`;
}
