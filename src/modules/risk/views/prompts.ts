import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { ratingPaths as paths } from '#modules/risk-level/pure.ts';
import type { ItemChange } from '../change.ts';
import { changeLabel } from '../change-words.ts';
import type { RiskModel } from './model.ts';

/** What to think of, each with its reason. Rules find it, and people decide. */
export function promptsPart({ prompts }: RiskModel): Html | undefined {
  if (prompts.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">To think of</h2><ul class="govuk-list govuk-list--spaced">${prompts.map(
    ({ says, because, fresh }) =>
      html`<li>${fresh && html`${tag({ text: 'New', classes: 'govuk-tag--yellow' })} `}<strong>${because}</strong> ${says}</li>`,
  )}</ul>`;
}

/** How much is different since last time; the items stand on a page of their own. */
export function changedPart({ changes, file }: RiskModel): Html | undefined {
  if (changes === null) return undefined;
  return html`<h2 class="govuk-heading-m">Since last time</h2><p class="govuk-body">${changesInWords(changes)} <a class="govuk-link" href="${paths.changes(file.id)}">Look at each item</a></p>`;
}

function changesInWords(changes: readonly ItemChange[]): string {
  const counted = (['newly_yes', 'no_longer_yes', 'note_changed'] as const)
    .map((kind) => ({ kind, number: changes.filter((change) => change.kind === kind).length }))
    .filter(({ number }) => number > 0);
  if (counted.length === 0) return 'Nothing new was said.';
  return `${counted.map(({ kind, number }) => `${changeLabel(kind)}: ${number}`).join('. ')}.`;
}
