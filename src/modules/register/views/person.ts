import { personName } from '#kit/components/person-name.ts';
import { type ShowBecauseOptions, showBecause } from '#kit/components/show-because.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { labelOf, tenancyTypes, tenures } from '#rules/words.ts';
import type { Occupant, PersonRecord } from '../record-of.ts';
import type { TenancySummary } from '../summary.ts';
import { born, home, list, notForContact, period, person } from './parts.ts';

/** How somebody who may is asked why they need to see a phone or an e-mail; null: it is not offered. */
export type Asks = Omit<ShowBecauseOptions, 'text' | 'words'> | null;

export function personPage(record: PersonRecord, asks: Asks): Html {
  const { reference } = record;
  return html`<h1 class="govuk-heading-l">${personName(record.name || 'Name not known')}</h1>
${notForContact}
${summaryList({
  rows: [
    { key: { text: 'Also known as' }, value: alsoKnownAs(record) },
    { key: { text: 'Date of birth' }, value: { text: born(record.dateOfBirth) } },
    { key: { text: 'Reference' }, value: { text: reference ?? 'Not from the housing system' } },
    record.phones.length > 0 && {
      key: { text: 'Phones on the register' },
      value: { text: record.phones.join(', ') },
    },
    record.emails.length > 0 && {
      key: { text: 'E-mail on the register' },
      value: { text: record.emails.join(', ') },
    },
    record.links.length > 0 && {
      key: { text: 'The same person as' },
      value: { html: list(record.links.map((link) => person(link.id, nameAndReference(link)))) },
    },
  ],
})}
${
  asks &&
  record.phones.length + record.emails.length > 0 &&
  showBecause({ ...asks, text: 'Show phones and e-mail', words: false })
}
${
  reference === null
    ? html`<p class="govuk-body">
      <a class="govuk-link" href="/people/${record.id}/correction">Correct these details</a></p>`
    : html`<p class="govuk-body">These details come from the housing system. Correct them there;
      the next import brings them here.</p>`
}
${residences(record)}${tenancyTable(record.tenancies)}${occupantTable('Lives with', record.household)}`;
}

function alsoKnownAs({
  alsoKnownAs: names,
}: PersonRecord): { readonly text: string } | { readonly html: Html } {
  if (names.length === 0) return { text: 'Nothing recorded' };
  return { html: html`${names.map((name, at) => html`${at > 0 && ', '}${personName(name)}`)}` };
}

function nameAndReference(link: { readonly name: string; readonly reference: string | null }): string {
  return link.reference === null ? link.name : `${link.name} (${link.reference})`;
}

function residences({ homes }: PersonRecord): Html | undefined {
  if (homes.length === 0) return undefined;
  return table({
    caption: 'Homes',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    head: [{ text: 'Home' }, { text: 'Lives there as' }, { text: 'When' }],
    rows: homes.map((each) => [
      { html: home(each.propertyId, each.address) },
      { text: each.relation || 'Not known' },
      { text: period(each.from, each.to) || 'Now' },
    ]),
  });
}

export function tenancyTable(tenancies: readonly TenancySummary[]): Html | undefined {
  if (tenancies.length === 0) return undefined;
  return table({
    caption: 'Tenancies',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    head: [{ text: 'Home' }, { text: 'Kind' }, { text: 'Tenants' }, { text: 'When' }, { text: 'Reference' }],
    rows: tenancies.map((each) => [
      { html: home(each.propertyId, each.address) },
      {
        text:
          `${labelOf(tenures, each.tenure)}, ${labelOf(tenancyTypes, each.tenancyType)}, ` +
          `${each.joint ? 'joint' : 'sole'}`,
      },
      { html: list(each.tenants.map((tenant) => person(tenant.id, tenant.name))) },
      { text: period(each.startedOn, each.endedOn) || 'Not known' },
      { text: each.reference },
    ]),
  });
}

export function occupantTable(caption: string, occupants: readonly Occupant[]): Html | undefined {
  if (occupants.length === 0) return undefined;
  return table({
    caption,
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    head: [{ text: 'Name' }, { text: 'Born' }, { text: 'As' }, { text: 'When' }],
    rows: occupants.map((each) => [
      { html: person(each.id, each.name) },
      { text: born(each.dateOfBirth) },
      { text: each.relation || 'Not known' },
      { text: period(each.from, each.to) || 'Now' },
    ]),
  });
}
