import { type Html, html } from '../html.ts';

/**
 * Somebody's name on a page: read in the direction of its own script, without turning the words around it. Whatever
 * stands in it cannot reach beyond the name.
 */
export function personName(name: string): Html {
  return html`<span dir="auto">${name}</span>`;
}
