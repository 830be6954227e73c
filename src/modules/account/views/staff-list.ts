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
  /** Roles that a manager of the team has not confirmed yet, by colleague. */
  readonly waiting: ReadonlyMap<string, readonly Role[]>;
  readonly total: number;
  readonly pageSize: number;
  readonly search: {
    readonly text: string;
    readonly role: Role | '';
    readonly ended: boolean;
    readonly page: number;
  };
}

export function staffListPage({ members, waiting, total, pageSize, search }: StaffListModel): Html {
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">Colleagues</h1>${button({ text: 'Invite a colleague', href: '/staff/new' })}</div>
${searchForm(search)}
${members.length === 0 ? html`<p class="govuk-body">Nobody matches. <a class="govuk-link" href="/staff">Show everybody</a></p>` : staffTable(members, waiting)}
${resultsPagination({ page: search.page, pageSize, total, href: (page) => pageAddress(search, page), nouns: ['colleague', 'colleagues'] })}`;
}

function searchForm({ text, role, ended }: StaffListModel['search']): Html {
  return html`<form method="get" action="/staff" role="search" class="lintel-filters">
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

function staffTable(members: readonly StaffRow[], waiting: StaffListModel['waiting']): Html {
  return table({
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'Name' }, { text: 'Job title' }, { text: 'Roles' }, { text: 'Account' }],
    firstCellIsHeader: true,
    rows: members.map((member) => [
      {
        html: html`<a class="govuk-link" href="/staff/${member.id}">${member.name}</a> <span class="lintel-aside">${member.email}</span>`,
      },
      { text: member.jobTitle || '–' },
      { html: rolesCell(member.roles, waiting.get(member.id) ?? []) },
      { html: accountTag(member) },
    ]),
  });
}

function rolesCell(held: readonly Role[], waiting: readonly Role[]): Html {
  if (waiting.length === 0) return html`${rolesInWords(held)}`;
  return html`${held.length > 0 && html`${rolesInWords(held)}<br>`}${tag({ text: 'Waiting for a manager’s confirmation', classes: 'govuk-tag--yellow' })} ${rolesInWords(waiting)}`;
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
