import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type ErrorMessageOptions, errorMessage } from './error-message.ts';
import { type HintOptions, hint } from './hint.ts';
import { type LabelOptions, label } from './label.ts';
import { type Content, classes, content, type Options } from './options.ts';

/** What every form control with one label has. The id is the name unless given. */
export type FieldOptions = Options<{
  name: string;
  id?: string;
  label?: LabelOptions;
  hint?: HintOptions;
  errorMessage?: ErrorMessageOptions;
  describedBy?: string;
  formGroup?: FormGroupOptions;
  classes?: string;
  attributes?: Attributes;
  disabled?: boolean;
}>;

export type FormGroupOptions = Options<{
  classes?: string;
  attributes?: Attributes;
  beforeInput?: Content;
  afterInput?: Content;
}>;

/** A control with its label, hint and error; `control` gets its id and what describes it. */
export function field(
  options: FieldOptions,
  control: (id: string, describedBy: string | undefined) => Html,
): Html {
  const id = options.id || options.name;
  const about = description(id, options, options.describedBy);
  return formGroup(
    options,
    html`${label({ ...options.label, for: id })}${about.markup}${control(id, about.describedBy)}`,
  );
}

/** The outermost element of a field, marked when there is an error. */
export function formGroup(options: Pick<FieldOptions, 'errorMessage' | 'formGroup'>, inner: Html): Html {
  const names = classes(
    'govuk-form-group',
    options.errorMessage && 'govuk-form-group--error',
    options.formGroup?.classes,
  );
  return html`<div class="${names}"${attributes(options.formGroup?.attributes)}>${inner}</div>`;
}

/** Hint and error, with the ids by which a control refers to them. */
export function description(
  id: string,
  options: Pick<FieldOptions, 'hint' | 'errorMessage'>,
  describedBy: string | undefined,
): { readonly markup: Html; readonly describedBy: string | undefined } {
  const hintId = options.hint && `${id}-hint`;
  const errorId = options.errorMessage && `${id}-error`;
  return {
    markup: html`${options.hint && hint({ ...options.hint, id: hintId })}${
      options.errorMessage && errorMessage({ ...options.errorMessage, id: errorId })
    }`,
    describedBy: classes(describedBy, hintId, errorId) || undefined,
  };
}

/** The control with what stands directly before and after it. */
export function surrounded(control: Html, group: FormGroupOptions | undefined): Html {
  return html`${content(group?.beforeInput)}${control}${content(group?.afterInput)}`;
}
