import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, type Options, type Styling } from './options.ts';

export type NotificationBannerOptions = Content &
  Styling &
  Options<{
    type?: 'success';
    titleText?: string;
    titleHtml?: Html;
    titleHeadingLevel?: number;
    titleId?: string;
    role?: string;
    disableAutoFocus?: boolean;
  }>;

/** News that is not about the page itself: what was just done, or what everybody should know. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const success = options.type === 'success';
  const titleId = options.titleId || 'govuk-notification-banner-title';
  const level = options.titleHeadingLevel || 2;
  const title = options.titleHtml ?? (options.titleText || (success ? 'Success' : 'Important'));
  const { disableAutoFocus } = options;
  const own = attributes({
    class: classes(
      'govuk-notification-banner',
      success && 'govuk-notification-banner--success',
      options.classes,
    ),
    role: options.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': disableAutoFocus === undefined ? undefined : String(disableAutoFocus),
    ...options.attributes,
  });
  const inner =
    options.html ?? (options.text && html`<p class="govuk-notification-banner__heading">${options.text}</p>`);
  return html`<div${own}><div class="govuk-notification-banner__header">
    <h${level} class="govuk-notification-banner__title" id="${titleId}">${title}</h${level}>
    </div><div class="govuk-notification-banner__content">${inner}</div></div>`;
}
