import { attributes, type Html, html } from '../html.ts';
import { button } from './button.ts';
import { type Content, classes, type Options, type Styling } from './options.ts';

export type ExitThisPageOptions = Content &
  Styling &
  Options<{
    redirectUrl?: string;
    id?: string;
    activatedText?: string;
    timedOutText?: string;
    pressTwoMoreTimesText?: string;
    pressOneMoreTimeText?: string;
  }>;

/**
 * The official way out of a page. The help site uses the exit of its own page shell instead,
 * because after this one the browser's Back shows the page again.
 */
export function exitThisPage(options: ExitThisPageOptions): Html {
  const own = attributes({
    id: options.id,
    class: classes('govuk-exit-this-page', options.classes),
    'data-module': 'govuk-exit-this-page',
    ...options.attributes,
    'data-i18n.activated': options.activatedText,
    'data-i18n.timed-out': options.timedOutText,
    'data-i18n.press-two-more-times': options.pressTwoMoreTimesText,
    'data-i18n.press-one-more-time': options.pressOneMoreTimeText,
  });
  const words = options.html ?? (options.text ? undefined : defaultWords);
  return html`<div${own}>${button({
    html: words,
    text: options.text,
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: options.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })}</div>`;
}

const defaultWords = html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`;
