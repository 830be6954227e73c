import { type Html, html } from '#kit/html.ts';

/** What somebody wrote, with its line ends kept. */
export function written(text: string): Html {
  return html`${text.split('\n').map((line, index) => (index === 0 ? line : html`<br>${line}`))}`;
}
