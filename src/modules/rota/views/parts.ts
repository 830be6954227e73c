import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { type Html, html } from '#kit/html.ts';

/** A page that asks for something: errors first, then the heading, then the form. */
export function asking(
  model: FormModel,
  heading: string,
  intro: Html,
  fields: Html,
  submitText: string,
): Html {
  return html`${aboveForm(model)}
    <h1 class="govuk-heading-l">${heading}</h1>${intro}${formItself(model, submitText, fields)}`;
}
