import { button } from '#kit/components/button.ts';
import { type FormState, formErrors } from '#kit/components/form-state.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';

/** A form with what was typed, and what its hidden fields carry. */
export interface RotaForm {
  readonly form: FormState;
  readonly action: string;
  readonly csrf: string;
  readonly submissionId: string;
  readonly version?: number;
}

/** A page that asks for something: errors first, then the heading, then the form. */
export function asking(
  model: RotaForm,
  heading: string,
  intro: Html,
  fields: Html,
  submitText: string,
): Html {
  const { form, action, csrf, submissionId, version } = model;
  return html`${formErrors(form)}<h1 class="govuk-heading-l">${heading}</h1>${intro}<form method="post" action="${action}" class="lintel-form" novalidate>${submission(csrf, submissionId, version)}${fields}${button({ text: submitText, preventDoubleClick: true })}</form>`;
}
