import { attributes, type Html, html } from '../html.ts';
import { type FieldOptions, field } from './field.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

type Affix = Content & Styling;

export type InputOptions = FieldOptions &
  Options<{
    type?:
      | 'text'
      | 'email'
      | 'tel'
      | 'password'
      | 'number'
      | 'search'
      | 'url'
      | 'time'
      | 'date'
      | 'datetime-local';
    value?: string | number;
    inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | 'none';
    autocomplete?: string;
    autocapitalize?: string;
    pattern?: string;
    spellcheck?: boolean;
    prefix?: Affix;
    suffix?: Affix;
    inputWrapper?: Styling;
  }>;

/** A line of text with its label. */
export function input(options: InputOptions): Html {
  return field(options, (id, describedBy) => wrapped(control(id, describedBy, options), options));
}

function control(id: string, describedBy: string | undefined, options: InputOptions): Html {
  const names = classes('govuk-input', options.classes, options.errorMessage && 'govuk-input--error');
  const own = attributes({
    class: names,
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    // What is looked for is mostly a name.
    dir: options.type === 'search' && !options.attributes?.dir ? 'auto' : undefined,
  });
  return html`<input${own}${attributes(options.attributes)}>`;
}

function wrapped(element: Html, options: InputOptions): Html {
  const before = content(options.formGroup?.beforeInput);
  const after = content(options.formGroup?.afterInput);
  const prefix = affix('prefix', options.prefix);
  const suffix = affix('suffix', options.suffix);
  if (!before && !after && !prefix && !suffix) return element;
  const { inputWrapper } = options;
  return html`<div class="${classes('govuk-input__wrapper', inputWrapper?.classes)}"
    ${attributes(inputWrapper?.attributes)}>${before}${prefix}${element}${suffix}${after}</div>`;
}

function affix(side: 'prefix' | 'suffix', options: Affix | undefined): Html | undefined {
  const inner = content(options);
  if (!options || !inner) return undefined;
  return html`<div class="${classes(`govuk-input__${side}`, options.classes)}"
    aria-hidden="true"${attributes(options.attributes)}>${inner}</div>`;
}
