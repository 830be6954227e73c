import { attributes, type Html, html } from '../html.ts';
import { type FieldOptions, field, surrounded } from './field.ts';
import { classes, type Options } from './options.ts';

export type TextareaOptions = FieldOptions &
  Options<{ value?: string; rows?: number; spellcheck?: boolean; autocomplete?: string }>;

/** Several lines of text with their label. */
export function textarea(options: TextareaOptions): Html {
  return field(options, (id, describedBy) => {
    const names = classes('govuk-textarea', options.errorMessage && 'govuk-textarea--error', options.classes);
    const own = attributes({
      class: names,
      id,
      name: options.name,
      rows: options.rows || 5,
      spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
      disabled: options.disabled,
      'aria-describedby': describedBy,
      autocomplete: options.autocomplete,
    });
    const control = html`<textarea${own}${attributes(options.attributes)}>${startingLine(options.value)}</textarea>`;
    return surrounded(control, options.formGroup);
  });
}

/** HTML parsers drop a first line break, so a text that begins with one needs another. */
function startingLine(value: string | undefined): string | undefined {
  return value?.startsWith('\n') ? `\n${value}` : value;
}
