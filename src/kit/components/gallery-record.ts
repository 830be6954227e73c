import { type Html, html } from '../html.ts';
import { alert } from './alert.ts';
import { badge } from './badge.ts';
import { contactStrip } from './contact-strip.ts';
import { type DeadlineState, deadline } from './deadline.ts';
import { details } from './details.ts';
import { fold } from './fold.ts';
import { groupedNavigation } from './grouped-navigation.ts';
import { identityBar } from './identity-bar.ts';
import { insetText } from './inset-text.ts';
import { notificationBanner } from './notification-banner.ts';
import { panel } from './panel.ts';
import { resultsPagination } from './results-pagination.ts';
import { sideNavigation } from './side-navigation.ts';
import { sortHeader } from './sort-header.ts';
import { subNavigation } from './sub-navigation.ts';
import { summaryList } from './summary-list.ts';
import { table } from './table.ts';
import { tabs } from './tabs.ts';
import { tag } from './tag.ts';
import { taskList } from './task-list.ts';
import { timeline } from './timeline.ts';
import { warningText } from './warning-text.ts';

const badgeColours = ['red', 'green', 'blue', 'purple', 'grey'];
const tagColours = ['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'];

const deadlines: readonly (readonly [DeadlineState, string])[] = [
  ['running', 'tomorrow by 17:00'],
  ['soon', 'today by 17:00'],
  ['due', 'by 17:00, in 20 minutes'],
  ['overdue', '2 hours 10 minutes late'],
  ['met', 'yesterday at 10:12'],
  ['met-by-plan', '3 March at 16:40'],
  ['recorded-late', '3 March at 16:40'],
  ['not-owed', ''],
];

/** Everything that shows a record. */
export function recordGallery(): Html {
  return html`
${identityBar({
  title: { html: html`Case LN-4021 ${tag({ text: 'Active', classes: 'govuk-tag--teal' })}` },
  actions: [{ text: 'Record a contact', href: '#record' }],
})}
${contactStrip({
  state: 'safe',
  summary: 'Call 07700 900142, weekdays 10:00 to 14:00',
  facts: [
    { name: 'Voicemail', value: { text: 'No' } },
    { name: 'Text', value: { text: 'No' } },
    { name: 'Post', value: { text: 'No' } },
    { name: 'Code word', value: { text: 'set' } },
  ],
  action: { text: 'Change', href: '#contact' },
})}
${contactStrip({
  state: 'some',
  label: 'Several ways',
  summary:
    '1 of 2 ways open now: her phone at work, until 16:00. ' +
    'Not now: first choice (phone call), from tomorrow 10:00',
})}
${contactStrip({ state: 'check', label: 'Old safe contact', summary: 'Last checked 34 days ago' })}
${contactStrip({
  state: 'stop',
  label: 'No safe contact',
  summary: 'no safe way is known; ask the manager for a plan',
})}
${subNavigation({
  label: 'Case',
  items: [
    { text: 'Overview', href: '#overview', active: true },
    { text: 'Chronology', href: '#chronology' },
    { text: 'Contact', href: '#contact' },
    { text: 'People', href: '#people' },
    { text: 'Access', href: '#access' },
  ],
})}
${groupedNavigation({
  label: 'Many parts',
  groups: [
    {
      heading: 'Record',
      items: [
        { text: 'Overview', href: '#many-overview', active: true },
        { text: 'People', href: '#many-people' },
      ],
    },
    { heading: 'Safety', items: [{ text: 'Risk', href: '#many-risk' }] },
  ],
})}
<h2 class="govuk-heading-l">Deadlines</h2>
<ul class="govuk-list">${deadlines.map(([state, text]) => html`<li>${deadline({ state, text })}</li>`)}</ul>
<h2 class="govuk-heading-l">Caseload</h2>
${caseload()}
${resultsPagination({ page: 3, pageSize: 25, total: 241, href: (page) => `#page-${page}`, nouns: ['case', 'cases'] })}
<h2 class="govuk-heading-l">Facts</h2>
${facts()}
<h2 class="govuk-heading-l">Chronology</h2>
${chronology()}
<h2 class="govuk-heading-l">Messages</h2>
${notificationBanner({ text: 'Two colleagues now see this case.', titleId: 'gallery-important' })}
${notificationBanner({
  type: 'success',
  text: 'The contact was recorded.',
  titleId: 'gallery-success',
  disableAutoFocus: true,
})}
${alert({ title: 'Review due', text: 'The risk review is due on Friday.' })}
${alert({ variant: 'success', title: 'Kept', text: 'Contact was made on the same working day.' })}
${alert({ variant: 'warning', title: 'Check first', text: 'Safe contact was last checked 34 days ago.' })}
${alert({ variant: 'error', title: 'Not sent', text: 'Nothing was sent: no safe way is known.' })}
${warningText({ text: 'Never leave a message for this person.' })}
${insetText({ text: 'Somebody else may read what is sent by post.' })}
${fold({
  heading: 'Not measured yet',
  about: '3 clauses',
  html: html`<p
  class="govuk-body">Each with its reason.</p>`,
})}
${details({ summaryText: 'Why does this clock run?', text: 'The policy promises contact on the same working day.' })}
${panel({ titleText: 'Recorded', text: 'Reference LN-4021', headingLevel: 2 })}
<h2 class="govuk-heading-l">Parts and tasks</h2>
${tabs({
  idPrefix: 'parts',
  items: [
    { label: 'This week', panel: { text: 'Three contacts are due.' } },
    { label: 'Later', panel: { text: 'One review is due.' } },
  ],
})}
${tasks()}
${sideNavigation({
  label: 'Settings',
  items: [
    { text: 'Users', href: '#users', active: true },
    { text: 'Calendar', href: '#calendar' },
  ],
})}
<p class="govuk-body">${badgeColours.map(
    (colour) => html`${badge({ text: colour, classes: `moj-badge--${colour}` })} `,
  )}</p>
<p class="govuk-body">${tagColours.map(
    (colour) => html`${tag({ text: colour, classes: `govuk-tag--${colour}` })} `,
  )}</p>`;
}

function caseload(): Html {
  const rows = [
    ['LN-4021', 'Contact', deadline({ state: 'due', text: 'by 17:00' }), 'Sam Field', '2'],
    ['LN-3987', 'Risk review', deadline({ state: 'overdue', text: '1 day late' }), 'Jo Marsh', '4'],
    ['LN-3950', 'Plan review', deadline({ state: 'running', text: 'Friday' }), 'Sam Field', '11'],
  ] as const;
  const markup = table({
    caption: 'Cases by next deadline',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    firstCellIsHeader: true,
    head: [
      { text: 'Case' },
      { text: 'Next promise' },
      sortHeader({ text: 'Due', href: '#due', sorted: 'ascending' }),
      sortHeader({ text: 'Worker', href: '#worker' }),
      { text: 'Entries', format: 'numeric' },
    ],
    rows: rows.map(([reference, promise, due, worker, entries]) => [
      { html: html`<a class="govuk-link" href="#${reference}">${reference}</a>` },
      { text: promise },
      { html: due },
      { text: worker },
      { text: entries, format: 'numeric' },
    ]),
  });
  return html`<div class="lintel-scroll">${markup}</div>`;
}

function facts(): Html {
  const change = (about: string) => ({
    items: [{ text: 'Change', href: '#change', visuallyHiddenText: about }],
  });
  const rows = [
    { key: { text: 'Tenancy' }, value: { text: 'Assured, joint' }, actions: change('tenancy') },
    { key: { text: 'Language' }, value: { text: 'English' }, actions: change('language') },
    { key: { text: 'Household' }, value: { text: '2 adults, 1 child' } },
  ];
  return html`${summaryList({ rows, classes: 'lintel-summary--compact' })}${summaryList({
    rows,
    card: { title: { text: 'Home' }, actions: { items: [{ text: 'Open', href: '#home' }] } },
  })}`;
}

function chronology(): Html {
  return timeline({
    headingLevel: 3,
    items: [
      {
        label: { text: 'Contact made' },
        byline: { text: 'Sam Field' },
        datetime: { timestamp: '2026-03-02T11:20:00Z', text: '2 March 2026 at 11:20' },
        html: html`<p class="govuk-body">Spoke for ten minutes; nobody else was near.</p>`,
      },
      {
        label: { text: 'Disclosure' },
        byline: { text: 'Jo Marsh' },
        datetime: { timestamp: '2026-03-02T09:05:00Z', text: '2 March 2026 at 09:05' },
        html: html`<blockquote class="lintel-verbatim">“I would like the lock looked at.”</blockquote>`,
      },
    ],
  });
}

function tasks(): Html {
  return taskList({
    items: [
      { title: { text: 'Ask how to make contact safely' }, href: '#1', status: { text: 'Done' } },
      {
        title: { text: 'Talk about risk' },
        hint: { text: 'At the person’s own pace' },
        href: '#2',
        status: { tag: { text: 'To do', classes: 'govuk-tag--blue' } },
      },
    ],
  });
}
