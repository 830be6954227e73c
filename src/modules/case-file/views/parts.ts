import { button } from '#kit/components/button.ts';
import { formErrors } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { attributes, type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { Choice } from '#rules/words.ts';
import type { FormModel } from './model.ts';

export { verbatim } from '#kit/components/verbatim.ts';

/** A form with its hidden fields and its error summary; long ones say where their draft is kept. */
export function caseForm(model: FormModel, submitText: string, fields: Html): Html {
  const { form, action, csrf, submissionId, version, draftUrl, draftOffer } = model;
  const own = attributes({
    method: 'post',
    action,
    class: 'lintel-form',
    novalidate: true,
    'data-draft-url': draftUrl,
  });
  return html`${formErrors(form)}${draftOffer}<form${own}>${submission(csrf, submissionId, version)}${fields}${
    draftUrl && html`<p class="lintel-draft-status" data-draft-status role="status"></p>`
  }${button({ text: submitText, preventDoubleClick: true })}</form>`;
}

/** A way on; where it is shut, greyed out with the reason and the clause it rests on. */
export function way(pack: Pack, verdict: Verdict, text: string, href: string, secondary = true): Html {
  const classes = secondary ? 'govuk-button--secondary' : undefined;
  if (verdict.allowed) return button({ text, href, classes });
  return html`${button({ text, type: 'button', disabled: true, classes })}<p class="govuk-hint">${because(pack, verdict)}</p>`;
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

/** Somebody else saved first: what is there now, above what was typed. */
export function changedMeanwhile(now: Html): Html {
  return insetText({
    html: html`<h2 class="govuk-heading-s">Somebody else changed this while you were writing</h2>
<p class="govuk-body">This is what is there now. What you typed is kept below: look at both, then save again.</p>${now}`,
  });
}
