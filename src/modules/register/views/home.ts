import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { HomeRecord } from '../record-of.ts';
import { notForContact } from './parts.ts';
import { occupantTable, tenancyTable } from './person.ts';

export function homePage(record: HomeRecord): Html {
  const empty = record.tenancies.length === 0 && record.occupants.length === 0;
  return html`<h1 class="govuk-heading-l">${record.addressLines[0]}</h1>
${notForContact}
${summaryList({
  rows: [
    { key: { text: 'Address' }, value: { text: [...record.addressLines, record.postcode].join(', ') } },
    { key: { text: 'Local authority' }, value: { text: record.localAuthority || 'Not known' } },
    { key: { text: 'UPRN' }, value: { text: record.uprn ?? 'Not known' } },
    { key: { text: 'Reference' }, value: { text: record.reference } },
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="/homes/${record.id}/markers">Markers for whoever visits</a></p>
${tenancyTable(record.tenancies)}${occupantTable('Who lives here', record.occupants)}${
  empty &&
  html`<p class="govuk-body">The register has no tenancy of this home, and nobody who lives here.</p>`
}`;
}
