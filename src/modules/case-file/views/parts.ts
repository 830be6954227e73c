import { button } from '#kit/components/button.ts';
import { type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { Choice } from '#rules/words.ts';

export { changedMeanwhile, wholeForm as caseForm } from '#kit/components/form.ts';
export { ownWords, verbatim } from '#kit/components/verbatim.ts';

/** A way on; where it is shut, greyed out with the reason and the clause it rests on. */
export function way(pack: Pack, verdict: Verdict, text: string, href: string, secondary = true): Html {
  const classes = secondary ? 'govuk-button--secondary' : undefined;
  if (verdict.allowed) return button({ text, href, classes });
  return html`${button({ text, type: 'button', disabled: true, classes })}
    <p class="govuk-hint">${because(pack, verdict)}</p>`;
}

/** Choices of a list as radios, checkboxes and selects take them. */
export function items(choices: readonly Choice[]) {
  return choices.map(({ value, label, hint }) => ({
    value,
    text: label,
    ...(hint !== undefined && { hint: { text: hint } }),
  }));
}

export function optionItems(choices: readonly Choice[], nothing?: string) {
  const chosen = choices.map(({ value, label }) => ({ value, text: label }));
  return nothing === undefined ? chosen : [{ value: '', text: nothing }, ...chosen];
}
