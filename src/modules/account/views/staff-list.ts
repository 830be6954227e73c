import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { input } from '#kit/components/input.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { searchForm, searchPages } from '#kit/components/search-form.ts';
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
  readonly csrf: string;
  /** What somebody has to see to before it harms anybody. */
  readonly warnings: readonly Html[];
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

export function staffListPage(model: StaffListModel): Html {
  const { members, waiting, warnings } = model;
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">Colleagues</h1>
${button({ text: 'Invite a colleague', href: '/staff/new' })}</div>
${warnings}${search(model)}
${
  members.length === 0
    ? html`<p class="govuk-body">Nobody matches. <a class="govuk-link" href="/staff">Show everybody</a></p>`
    : staffTable(members, waiting)
}
${pages(model)}`;
}

function search({ csrf, search: { text, role, ended } }: StaffListModel): Html {
  const fields = html`${input({
    name: 'text',
    label: { text: 'Name, e-mail address or job title' },
    type: 'search',
    value: text,
    autocomplete: 'off',
  })}
${select({
  name: 'role',
  label: { text: 'Role' },
  value: role,
  items: [
    { value: '', text: 'Every role' },
    ...roleChoices.map(({ value, label }) => ({ value, text: label })),
  ],
})}
${checkboxes({
  name: 'ended',
  classes: 'govuk-checkboxes--small',
  values: ended ? ['yes'] : [],
  items: [{ value: 'yes', text: 'Only accounts that have ended' }],
})}
`;
  return searchForm({ action: '/staff', csrf, fields, secondary: true });
}

function staffTable(members: readonly StaffRow[], waiting: StaffListModel['waiting']): Html {
  return table({
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Name' }, { text: 'Job title' }, { text: 'Roles' }, { text: 'Account' }],
    firstCellIsHeader: true,
    rows: members.map((member) => [
      {
        html: html`<a class="govuk-link" href="/staff/${member.id}">${member.name}</a>
          <span class="lintel-aside">${member.email}</span>`,
      },
      { text: member.jobTitle || '–', classes: 'lintel-cell--bare' },
      { html: rolesCell(member.roles, waiting.get(member.id) ?? []), classes: 'lintel-cell--bare' },
      { html: accountTag(member), classes: 'lintel-cell--bare' },
    ]),
  });
}

function rolesCell(held: readonly Role[], waiting: readonly Role[]): Html {
  if (waiting.length === 0) return html`${rolesInWords(held)}`;
  return html`${held.length > 0 && html`${rolesInWords(held)}<br>`}${tag({
    text: 'Waiting for a manager’s confirmation',
    classes: 'govuk-tag--yellow',
  })} ${rolesInWords(waiting)}`;
}

export function accountTag({ enrolledAt, endedAt }: Pick<StaffRow, 'enrolledAt' | 'endedAt'>): Html {
  if (endedAt) return tag({ text: 'Ended', classes: 'govuk-tag--grey' });
  return enrolledAt
    ? tag({ text: 'Active', classes: 'govuk-tag--green' })
    : tag({ text: 'Waiting for link', classes: 'govuk-tag--yellow' });
}

/** A role may stand in an address; what was typed may not. */
function pages({ csrf, search, total, pageSize }: StaffListModel): Html {
  const { text, role, ended, page } = search;
  const list = { page, pageSize, total, nouns: ['colleague', 'colleagues'] } as const;
  const chosen = { ...(role && { role }), ...(ended && { ended: 'yes' }) };
  if (text !== '')
    return searchPages({ action: '/staff', csrf, sent: { ...chosen, text }, pages: resultsPagination(list) });
  const href = (to: number) => `/staff?${new URLSearchParams({ ...chosen, page: String(to) })}`;
  return resultsPagination({ ...list, href });
}
