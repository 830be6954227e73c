import { type Attributes, attributes, type Html, html } from '../html.ts';
import type { ChoicesGroup } from './choices.ts';
import type { ErrorMessageOptions } from './error-message.ts';
import { description, formGroup } from './field.ts';
import { type FieldsetOptions, fieldset } from './fieldset.ts';
import type { HintOptions } from './hint.ts';
import { type InputOptions, input } from './input.ts';
import { classes, content, type Maybe, type Options } from './options.ts';

export type DatePart = Options<{
  name?: string;
  id?: string;
  label?: string;
  value?: string | number;
  classes?: string;
  /** Whether this part is wrong; without it an error marks all parts, or those said to be wrong. */
  error?: boolean;
  autocomplete?: string;
  inputmode?: InputOptions['inputmode'];
  pattern?: string;
  attributes?: Attributes;
}>;

export type DateInputOptions = Options<{
  id: string;
  namePrefix?: string;
  /** `false` leaves the part out. */
  day?: DatePart | false;
  month?: DatePart | false;
  year?: DatePart | false;
  /** Other parts in another order, instead of day, month and year. */
  items?: readonly Maybe<DatePart>[];
  /** Kept values by the name of the field (with the prefix). */
  values?: Readonly<Record<string, string | number | undefined>>;
  fieldset?: FieldsetOptions;
  hint?: HintOptions;
  errorMessage?: ErrorMessageOptions;
  formGroup?: ChoicesGroup;
  classes?: string;
  attributes?: Attributes;
}>;

type Unit = 'day' | 'month' | 'year';
const units: readonly Unit[] = ['day', 'month', 'year'];

/** A date that a person knows, in three boxes. */
export function dateInput(options: DateInputOptions): Html {
  const about = description(options.id, options, options.fieldset?.describedBy);
  const parts = options.items?.length ? options.items : units.map((unit) => options[unit] ?? { name: unit });
  const someAreWrong = parts.some((part) => part && isWrong(part));
  const items = parts.map((part, index) => {
    if (!part) return undefined;
    const unit = options.items?.length ? unitNamed(part.name, options) : units[index];
    const marked = isWrong(part) || (part.error !== false && options.errorMessage && !someAreWrong);
    return dateItem(options, part, unit, Boolean(marked));
  });
  const inner = html`${about.markup}<div class="${classes('govuk-date-input', options.classes)}"
    ${attributes(options.attributes)}${attributes({ id: options.id || undefined })}
    >${content(options.formGroup?.beforeInputs)}${items}${content(options.formGroup?.afterInputs)}</div>`;
  return formGroup(
    options,
    options.fieldset
      ? fieldset({ ...options.fieldset, describedBy: about.describedBy, role: 'group', html: inner })
      : inner,
  );
}

function dateItem(options: DateInputOptions, part: DatePart, unit: Unit | undefined, marked: boolean): Html {
  const name = part.name ?? unit ?? '';
  const fieldName = options.namePrefix ? `${options.namePrefix}-${name}` : name;
  const names = classes(
    'govuk-date-input__input',
    marked && !part.classes?.includes('govuk-input--error') && 'govuk-input--error',
    !part.classes?.includes('govuk-input--width-') && `govuk-input--width-${unit === 'year' ? 4 : 2}`,
    part.classes,
  );
  return html`<div class="govuk-date-input__item">${input({
    label: { text: part.label || capitalised(name), classes: 'govuk-date-input__label' },
    id: part.id || `${options.id}-${name}`,
    classes: names,
    name: fieldName,
    value: part.value ?? (unit && partFor(unit, options)?.value) ?? options.values?.[fieldName],
    inputmode: part.inputmode || 'numeric',
    autocomplete: part.autocomplete,
    pattern: part.pattern,
    attributes: part.attributes,
  })}</div>`;
}

function unitNamed(name: string | undefined, options: DateInputOptions): Unit | undefined {
  return units.find((unit) => {
    const known = partFor(unit, options)?.name;
    return name === unit || (known !== undefined && name === known);
  });
}

function partFor(unit: Unit, options: DateInputOptions): DatePart | undefined {
  return options[unit] || undefined;
}

function isWrong(part: DatePart): boolean {
  return part.error === true || Boolean(part.classes?.includes('govuk-input--error'));
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
