import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { input } from '#kit/components/input.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { Role } from '#rules/facts.ts';
import { roleChoices, rolesInWords } from '../roles.ts';

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
  readonly enrolledAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

export interface StaffListModel {
  readonly members: readonly StaffRow[];
  readonly total: number;
  readonly pageSize: number;
  readonly search: {
    readonly text: string;
    readonly role: Role | '';
    readonly ended: boolean;
    readonly page: number;
  };
}

export function staffListPage({ members, total, pageSize, search }: StaffListModel): Html {
  return html`<h1 class="govuk-heading-l">Colleagues</h1>
${button({ text: 'Invite a colleague', href: '/staff/new' })}
${searchForm(search)}
${members.length === 0 ? html`<p class="govuk-body">Nobody matches.</p>` : staffTable(members)}
${resultsPagination({ page: search.page, pageSize, total, href: (page) => pageAddress(search, page), noun: 'colleagues' })}`;
}

function searchForm({ text, role, ended }: StaffListModel['search']): Html {
  return html`<form method="get" action="/staff" role="search" class="lintel-search">
${input({ name: 'text', label: { text: 'Name, e-mail address or job title' }, type: 'search', value: text, autocomplete: 'off' })}
${select({
  name: 'role',
  label: { text: 'Role' },
  value: role,
  items: [
    { value: '', text: 'Every role' },
    ...roleChoices.map(({ value, label }) => ({ value, text: label })),
  ],
})}
${checkboxes({ name: 'ended', classes: 'govuk-checkboxes--small', values: ended ? ['yes'] : [], items: [{ value: 'yes', text: 'Only accounts that have ended' }] })}
${button({ text: 'Search', classes: 'govuk-button--secondary' })}</form>`;
}

function staffTable(members: readonly StaffRow[]): Html {
  return table({
    classes: 'lintel-table--cards',
    head: [{ text: 'Name' }, { text: 'Job title' }, { text: 'Roles' }, { text: 'Account' }],
    firstCellIsHeader: true,
    rows: members.map((member) => [
      {
        html: html`<a class="govuk-link" href="/staff/${member.id}">${member.name}</a><br><span class="govuk-hint">${member.email}</span>`,
      },
      { text: member.jobTitle || '–' },
      { text: rolesInWords(member.roles) },
      { html: accountTag(member) },
    ]),
  });
}

export function accountTag({ enrolledAt, endedAt }: Pick<StaffRow, 'enrolledAt' | 'endedAt'>): Html {
  if (endedAt) return tag({ text: 'Ended', classes: 'govuk-tag--grey' });
  return enrolledAt
    ? tag({ text: 'Active', classes: 'govuk-tag--green' })
    : tag({ text: 'Waiting for link', classes: 'govuk-tag--yellow' });
}

function pageAddress({ text, role, ended }: StaffListModel['search'], page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  if (text) query.set('text', text);
  if (role) query.set('role', role);
  if (ended) query.set('ended', 'yes');
  return `/staff?${query}`;
}
