import { type Attributes, attributes, type Html, html } from '../html.ts';
import type { ErrorMessageOptions } from './error-message.ts';
import { description, formGroup } from './field.ts';
import { type FieldsetOptions, fieldset } from './fieldset.ts';
import { type HintOptions, hint } from './hint.ts';
import { label } from './label.ts';
import { type Content, classes, content, type Maybe, type Options, type Styling } from './options.ts';

/** A radio button or a checkbox. `conditional` is shown only while it is chosen (always, without JavaScript). */
export type ChoiceItem = Content &
  Options<{
    value: string | number;
    id?: string;
    name?: string;
    label?: Styling;
    hint?: HintOptions;
    checked?: boolean;
    disabled?: boolean;
    conditional?: Options<{ html?: Html }>;
    /** “exclusive” on a checkbox unticks the others. */
    behaviour?: 'exclusive';
    attributes?: Attributes;
  }>;

/** A word such as “or” between two choices. */
export type ChoiceDivider = { readonly divider: string };

export type ChoicesOptions = Options<{
  name: string;
  items: readonly Maybe<ChoiceItem | ChoiceDivider>[];
  idPrefix?: string;
  fieldset?: FieldsetOptions;
  hint?: HintOptions;
  errorMessage?: ErrorMessageOptions;
  formGroup?: ChoicesGroup;
  classes?: string;
  attributes?: Attributes;
}>;

export type ChoicesGroup = Options<{
  classes?: string;
  attributes?: Attributes;
  beforeInputs?: Content;
  afterInputs?: Content;
}>;

type Kind = { readonly block: 'govuk-radios' | 'govuk-checkboxes'; readonly type: 'radio' | 'checkbox' };

/** What radios and checkboxes have in common: the group, its description and its items. */
export function choices(
  kind: Kind,
  options: ChoicesOptions,
  isChosen: (item: ChoiceItem) => boolean,
  describedBy: string | undefined,
): Html {
  const idPrefix = options.idPrefix || options.name;
  const about = description(idPrefix, options, describedBy);
  const itemDescribedBy = kind.type === 'checkbox' && !options.fieldset ? about.describedBy : undefined;
  const items = options.items.map((item, index) => {
    if (!item) return undefined;
    if ('divider' in item) return html`<div class="${kind.block}__divider">${item.divider}</div>`;
    const id = item.id || (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
    return choice(kind, item, {
      id,
      name: item.name || options.name,
      checked: item.checked || (item.checked === undefined && isChosen(item)),
      describedBy: itemDescribedBy,
    });
  });
  const inner = html`${about.markup}<div class="${classes(kind.block, options.classes)}"
    ${attributes(options.attributes)} data-module="${kind.block}"
    >${content(options.formGroup?.beforeInputs)}${items}${content(options.formGroup?.afterInputs)}</div>`;
  return formGroup(
    options,
    options.fieldset
      ? fieldset({ ...options.fieldset, describedBy: about.describedBy, role: undefined, html: inner })
      : inner,
  );
}

type Placed = {
  readonly id: string;
  readonly name: string;
  readonly checked: boolean;
  readonly describedBy: string | undefined;
};

function choice(kind: Kind, item: ChoiceItem, { id, name, checked, describedBy }: Placed): Html {
  const hintId = content(item.hint) ? `${id}-item-hint` : undefined;
  const conditionalId = item.conditional?.html ? `conditional-${id}` : undefined;
  const own = attributes({
    class: `${kind.block}__input`,
    id,
    name,
    type: kind.type,
    value: item.value,
    checked,
    disabled: item.disabled,
    'data-aria-controls': conditionalId,
    'data-behaviour': item.behaviour,
    'aria-describedby': classes(describedBy, hintId) || undefined,
  });
  const itemLabel = label({
    text: item.text,
    html: item.html,
    classes: classes(`${kind.block}__label`, item.label?.classes),
    attributes: item.label?.attributes,
    for: id,
  });
  const itemHint =
    hintId && hint({ ...item.hint, id: hintId, classes: classes(`${kind.block}__hint`, item.hint?.classes) });
  const conditional =
    conditionalId &&
    html`<div class="${classes(`${kind.block}__conditional`, !checked && `${kind.block}__conditional--hidden`)}"
      id="${conditionalId}">${item.conditional?.html}</div>`;
  return html`<div class="${kind.block}__item"><input${own}${attributes(item.attributes)}
    >${itemLabel}${itemHint}</div>${conditional}`;
}
