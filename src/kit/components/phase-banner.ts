import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';
import { type TagOptions, tag } from './tag.ts';

export type PhaseBannerOptions = Content & Styling & Options<{ tag?: TagOptions }>;

/** Says on every page in what state the service is. */
export function phaseBanner(options: PhaseBannerOptions): Html {
  const phase = tag({
    text: options.tag?.text,
    html: options.tag?.html,
    classes: classes('govuk-phase-banner__content__tag', options.tag?.classes),
  });
  return html`<div class="${classes('govuk-phase-banner govuk-width-container', options.classes)}"
    ${attributes(options.attributes)}><p class="govuk-phase-banner__content">${phase} <span
    class="govuk-phase-banner__text">${content(options)}</span></p></div>`;
}
