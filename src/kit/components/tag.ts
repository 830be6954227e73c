import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Styling } from './options.ts';

/**
 * Classes: `govuk-tag--grey`, `--green`, `--teal`, `--blue`,
 * `--purple`, `--magenta`, `--red`, `--orange`, `--yellow`.
 */
export type TagOptions = Content & Styling;

/** A state in a word or two. */
export function tag(options: TagOptions): Html {
  return html`<strong class="${classes('govuk-tag', options.classes)}"
    ${attributes(options.attributes)}>${content(options)}</strong>`;
}
