import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type FieldOptions, field, surrounded } from './field.ts';
import { classes, type Maybe, type Options } from './options.ts';

export type SelectItem = Options<{
  text: string;
  value?: string | number;
  selected?: boolean;
  disabled?: boolean;
  attributes?: Attributes;
}>;

/** Choices that belong together, below a name that cannot be chosen. */
export type SelectGroup = Options<{ text: string; items: readonly SelectItem[] }>;

export type SelectOptions = FieldOptions &
  Options<{ items?: readonly Maybe<SelectItem | SelectGroup>[]; value?: string | number }>;

/** One choice from a list; for up to about seven choices `radios` are easier to use. */
export function select(options: SelectOptions): Html {
  return field(options, (id, describedBy) => {
    const names = classes('govuk-select', options.classes, options.errorMessage && 'govuk-select--error');
    const own = attributes({
      class: names,
      id,
      name: options.name,
      disabled: options.disabled,
      'aria-describedby': describedBy,
    });
    const items = options.items?.map(
      (item) => item && (isGroup(item) ? group(item, options.value) : option(item, options.value)),
    );
    const control = html`<select${own}${attributes(options.attributes)}>${items}</select>`;
    return surrounded(control, options.formGroup);
  });
}

function isGroup(item: SelectItem | SelectGroup): item is SelectGroup {
  return 'items' in item;
}

function group({ text, items }: SelectGroup, chosen: string | number | undefined): Html {
  return html`<optgroup label="${text}">${items.map((item) => option(item, chosen))}</optgroup>`;
}

function option(item: SelectItem, chosen: string | number | undefined): Html {
  const matches = Boolean(chosen) && String(item.value ?? item.text) === String(chosen);
  const own = attributes({
    value: item.value,
    selected: item.selected ?? matches,
    disabled: item.disabled,
  });
  return html`<option${own}${attributes(item.attributes)}>${item.text}</option>`;
}
