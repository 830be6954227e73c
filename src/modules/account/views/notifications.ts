import { button } from '#kit/components/button.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { isUrgent, type NoticeKind, noticeSentence } from '../notices.ts';
import { type Hidden, type Moment, oneButton } from './parts.ts';

export interface NotificationRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
}

export interface NotificationsModel {
  readonly notifications: readonly NotificationRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly unread: number;
}

export function notificationsPage(model: NotificationsModel, hidden: Hidden, at: Moment): Html {
  const { notifications, unread } = model;
  return html`<h1 class="govuk-heading-l">Notifications</h1>
${
  notifications.length === 0 &&
  html`<p class="govuk-body">Nothing yet. You are told here when something needs you.</p>`
}
${unread > 0 && oneButton('/notifications/read', hidden, { text: 'Mark all as read' })}
<ul class="govuk-list lintel-notices">${notifications.map((each) => notice(each, hidden, at))}</ul>
${resultsPagination({
  ...model,
  href: (page) => `/notifications?page=${page}`,
  nouns: ['notification', 'notifications'],
})}`;
}

/** Opening one marks it as read: a form, so that a link which is merely looked at changes nothing. */
function notice({ id, kind, at: when, readAt }: NotificationRow, hidden: Hidden, at: Moment): Html {
  const isNew = readAt === null;
  return html`<li class="lintel-notice"><p class="govuk-body govuk-!-margin-bottom-1">${
    isNew && tag({ text: 'New', classes: isUrgent(kind) ? 'govuk-tag--red' : 'govuk-tag--blue' })
  } ${noticeSentence(kind)}</p>
<p class="govuk-hint govuk-!-margin-bottom-2">${at(when)}</p>
<form method="post" action="/notifications/${id}/read">${hidden()}${button({
    html: html`Open<span class="govuk-visually-hidden">: ${noticeSentence(kind)} ${at(when)}</span>`,
    classes: 'govuk-button--secondary',
  })}</form></li>`;
}
