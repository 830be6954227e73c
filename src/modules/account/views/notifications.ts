import { button } from '#kit/components/button.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { Urgency } from '../notice-kind.ts';
import { topicLabel } from '../notice-topics.ts';
import { type NoticeKind, noticeSentence, noticeUrgency } from '../notices.ts';
import type { Waiting, WaitingGroup } from '../waiting.ts';
import { type Hidden, type Moment, oneButton } from './parts.ts';

export interface NotificationRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Temporal.Instant;
}

export interface NotificationsModel {
  readonly groups: readonly WaitingGroup[];
  readonly earlier: readonly NotificationRow[];
  /** Of the earlier ones. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** What waits, by kind, each thing once; below it what was opened or waits no longer. */
export function notificationsPage(model: NotificationsModel, hidden: Hidden, at: Moment): Html {
  const { groups, earlier } = model;
  return html`<h1 class="govuk-heading-l">Notifications</h1>
${
  groups.length === 0
    ? html`<p class="govuk-body">Nothing new. You are told here when something needs you.</p>`
    : html`${groups.map((group) => waitingGroup(group, hidden, at))}
${oneButton('/notifications/read', hidden, { text: 'Mark all as read' })}`
}
${earlier.length > 0 && earlierList(model, hidden, at)}`;
}

const tags: Readonly<Record<Urgency, readonly [string, string]>> = {
  danger: ['At once', 'govuk-tag--red'],
  now: ['Today', 'govuk-tag--orange'],
  soon: ['Soon', 'govuk-tag--blue'],
  know: ['To know', 'govuk-tag--grey'],
};

function waitingGroup({ topic, things }: WaitingGroup, hidden: Hidden, at: Moment): Html {
  return html`<section class="lintel-notices__group"><h2 class="govuk-heading-m">${topicLabel(topic)}
<span class="lintel-aside">${things.length}</span></h2>
<ul class="govuk-list lintel-notices">${things.map((each) => thing(each, hidden, at))}</ul></section>`;
}

/** Opening one marks it as read: a form, so that a link which is merely looked at changes nothing. */
function thing({ leads, toDo, times, firstAt }: Waiting, hidden: Hidden, at: Moment): Html {
  const { id, kind, reference } = leads;
  const [text, classes] = tags[noticeUrgency(kind)];
  const often = times === 1 ? at(leads.at) : `${at(leads.at)}, told ${times} times since ${at(firstAt)}`;
  return html`<li class="lintel-notice"><p class="govuk-body govuk-!-margin-bottom-1">${tag({ text, classes })}
${reference && html`<strong>${reference}</strong>: `}${noticeSentence(kind)}${
  toDo.length > 0 && html`<br>${toDo.join('; ')}`
}</p>
<p class="govuk-hint govuk-!-margin-bottom-2">${often}</p>
${open(id, `${reference ?? ''} ${noticeSentence(kind)} ${at(leads.at)}`, hidden)}</li>`;
}

function earlierList(model: NotificationsModel, hidden: Hidden, at: Moment): Html {
  return html`<h2 class="govuk-heading-m">Read, or settled since</h2>
<ul class="govuk-list lintel-notices">${model.earlier.map(
    ({ id, kind, at: when }) => html`<li class="lintel-notice">
<p class="govuk-body govuk-!-margin-bottom-1">${noticeSentence(kind)}</p>
<p class="govuk-hint govuk-!-margin-bottom-2">${at(when)}</p>
${open(id, `${noticeSentence(kind)} ${at(when)}`, hidden)}</li>`,
  )}</ul>
${resultsPagination({
  ...model,
  href: (page) => `/notifications?page=${page}`,
  nouns: ['notification', 'notifications'],
})}`;
}

function open(id: string, about: string, hidden: Hidden): Html {
  return html`<form method="post" action="/notifications/${id}/read">${hidden()}${button({
    html: html`Open<span class="govuk-visually-hidden">: ${about}</span>`,
    classes: 'govuk-button--secondary',
  })}</form>`;
}
