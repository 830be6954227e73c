import { isolated, isRightToLeft, stretchesOf } from './bidi.ts';
import { type Place, placesIn } from './html-places.ts';

/**
 * Pages are made of `Html` values. A value put into a template is always escaped; only another `Html`
 * nests as markup, and there is no way to declare a string to be markup.
 */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  static text(markup: Markup): string {
    return markup.#text;
  }
}

export type Html = Markup;

/** What may stand in a template. Nothing is rendered for `null`, `undefined` and `false`. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** Attributes by name: `true` renders the bare name; `false`, `null` and `undefined` render nothing. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * A page or a part of one: html`<p>${text}</p>`.
 *
 * Words from right to left are isolated from what stands around them, but directly within `dir="auto"`, where they say
 * in which direction all of it is read.
 *
 * Where a value may stand is checked once a template: in text, inside a quoted attribute, as part of an
 * element's name, or in a tag (there only what `attributes` returns). Anywhere else it throws, because
 * escaping would not protect there.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const places = placesIn(strings);
  let text = strings[0] as string;
  for (let index = 0; index < values.length; index += 1) {
    text += fill(places[index] as Place, values[index]) + strings[index + 1];
  }
  return new Markup(text);
}

/** A tag's attributes, each with its leading space: html`<p${attributes({ id, hidden: true })}>`. */
export function attributes(pairs: Attributes | undefined): Html | undefined {
  if (pairs === undefined) return undefined;
  let text = '';
  for (const name in pairs) {
    const value = pairs[name];
    if (value === undefined || value === null || value === false) continue;
    if (!attributeName.test(name)) throw new Error(`“${name}” cannot be an attribute's name here`);
    text += value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
  }
  return new Markup(text);
}

/** The finished markup, for the response's body. */
export function render(page: Html): string {
  return Markup.text(page);
}

/** Event handlers and inline styles are refused: the content security policy would refuse them too. */
const attributeName = /^(?!on|style$)[a-z][a-z0-9_.:-]*$/i;
const elementName = /^[a-z0-9-]+$/i;
const special = /[&<>"']/;
const specials = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => entities[character] as string) : text;
}

function fill(place: Place, value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (place === 'text') return textOf(value, inMarkup);
  if (place === 'words') return textOf(value, inWords);
  if (place === 'own') return textOf(value, escaped);
  if (place === 'attribute' && (typeof value === 'string' || typeof value === 'number')) {
    return escaped(String(value));
  }
  if (value instanceof Markup) {
    if (place !== 'attribute') return Markup.text(value);
  } else if (place === 'name' && elementName.test(String(value))) {
    return String(value);
  }
  throw new Error(`This value cannot stand in the ${place} of a tag`);
}

/** Words from right to left turn nothing around them, wherever they come from. */
function inMarkup(text: string): string {
  if (!isRightToLeft(text)) return escaped(text);
  return stretchesOf(text)
    .map((part) => (part.rightToLeft ? `<bdi>${escaped(part.text)}</bdi>` : escaped(part.text)))
    .join('');
}

function inWords(text: string): string {
  return escaped(isolated(text));
}

function textOf(value: HtmlValue, shown: (text: string) => string): string {
  if (typeof value === 'string') return shown(value);
  if (value instanceof Markup) return Markup.text(value);
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === null || value === false) return '';
  let text = '';
  for (const part of value) text += textOf(part, shown);
  return text;
}
