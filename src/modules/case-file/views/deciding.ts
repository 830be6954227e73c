import { type DecisionWords, decisionFields, withdrawal } from '#kit/components/decision.ts';
import { type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { CaseModel, FormModel } from './model.ts';
import { caseForm } from './parts.ts';

interface Deciding extends DecisionWords {
  readonly may: Verdict;
  /** What else is asked with the decision. */
  readonly more?: Html;
  /** Where it is taken back. */
  readonly withdraw: string;
}

/** What waits for a second person: a form for whoever may decide, for anybody else why not, and taking it back. */
export function deciding(
  model: CaseModel,
  form: FormModel,
  { may, more, withdraw, ...words }: Deciding,
): Html {
  return html`${
    may.allowed
      ? caseForm(form, 'Save the decision', html`${decisionFields(form.form, words)}${more}`)
      : html`<p class="govuk-body">${because(model.pack, may)}</p>`
  }${withdrawal(withdraw, form)}`;
}
