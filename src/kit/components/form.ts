import { attributes, type Html, html } from '../html.ts';
import { button } from './button.ts';
import { type FormState, formErrors } from './form-state.ts';
import { insetText } from './inset-text.ts';
import { submission } from './submission.ts';

/** A form with what was typed, and what its hidden fields carry. */
export interface FormModel {
  readonly form: FormState;
  readonly action: string;
  readonly csrf: string;
  readonly submissionId: string;
  readonly version?: number | string | undefined;
  /** Where it saves its draft while somebody types. */
  readonly draftUrl?: string | undefined;
  /** A draft was found: it is offered above the form. */
  readonly draftOffer?: Html | undefined;
  /** Somebody else saved first, and the page has no words of its own for it. */
  readonly notice?: Html | undefined;
}

export interface FormLooks {
  readonly classes?: string | null;
  readonly button?: string;
  /** It sends files too. */
  readonly files?: boolean;
}

/** A form with its hidden fields and its error summary; long ones say where their draft is kept. */
export function wholeForm(model: FormModel, submitText: string, fields: Html, looks: FormLooks = {}): Html {
  return html`${aboveForm(model)}${formItself(model, submitText, fields, looks)}`;
}

/** What stands before everything else: what is wrong with it, and the draft that waits. */
export function aboveForm({ form, draftOffer, notice }: FormModel): Html {
  return html`${formErrors(form)}${draftOffer}${notice}`;
}

/**
 * The form alone, for a page with words of its own between its errors and its fields.
 * `lintel-form` sets apart what it asks; its button is the page’s main one unless it looks otherwise.
 */
export function formItself(
  model: FormModel,
  submitText: string,
  fields: Html,
  { classes = 'lintel-form', button: looks, files = false }: FormLooks = {},
): Html {
  const { action, csrf, submissionId, version, draftUrl } = model;
  const own = attributes({
    method: 'post',
    action,
    class: classes,
    novalidate: true,
    enctype: files ? 'multipart/form-data' : undefined,
    'data-draft-url': draftUrl,
  });
  return html`<form${own}>${submission(csrf, submissionId, version)}${fields}${draftUrl && draftStatus}${button(
    {
      text: submitText,
      ...(looks && { classes: looks }),
      preventDoubleClick: true,
    },
  )}</form>`;
}

/** Says, once something was typed, that it is saved. */
export const draftStatus = html`<p class="lintel-draft-status" data-draft-status role="status"></p>`;

/** Somebody else saved first: what is there now, above what was typed. */
export function changedMeanwhile(now: Html): Html {
  return insetText({
    html: html`<h2 class="govuk-heading-s">Somebody else changed this while you were writing</h2>
<p class="govuk-body">This is what is there now. What you typed is kept below: look at both, then save again.</p>
${now}`,
  });
}
