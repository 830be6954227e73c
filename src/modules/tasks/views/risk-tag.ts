import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type LevelShown, levelTag } from '#modules/case-file/pure.ts';

/** The level in a word, and danger before it. */
export function riskTag({ danger, ...level }: LevelShown & { readonly danger: boolean }): Html {
  return html`${danger && html`${tag({ text: 'Immediate danger', classes: 'govuk-tag--red' })} `}${levelTag(level)}`;
}
