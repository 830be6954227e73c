import { type Html, html } from '../html.ts';
import { classes, type Options } from './options.ts';

export type NotificationBadgeOptions = Options<{
  count: number;
  /** Said after the number: “unread”. */
  visuallyHiddenText?: string;
  classes?: string;
}>;

/** How many wait, from 99 as “99+”; nothing when none. */
export function notificationBadge(options: NotificationBadgeOptions): Html | undefined {
  const { count, visuallyHiddenText } = options;
  if (count <= 0) return undefined;
  const shown = count >= 99 ? '99+' : count;
  const said = classes(count >= 99 ? '99 or more' : String(count), visuallyHiddenText);
  return html`<span class="${classes('moj-notification-badge', options.classes)}"><span
    aria-hidden="true">${shown}</span><span class="govuk-visually-hidden">(${said})</span></span>`;
}
