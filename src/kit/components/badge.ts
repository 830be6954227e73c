import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Styling } from './options.ts';

/** Classes: `moj-badge--red`, `--green`, `--blue`, `--grey`, `--purple`, `--bright-purple`, `--black`, `--large`. */
export type BadgeOptions = Content & Styling;

/** A mark in capitals, smaller than a tag. */
export function badge(options: BadgeOptions): Html {
  return html`<span class="${classes('moj-badge', options.classes)}"
    ${attributes(options.attributes)}>${content(options)}</span>`;
}
