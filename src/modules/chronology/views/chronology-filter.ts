import { details } from '#kit/components/details.ts';
import { input } from '#kit/components/input.ts';
import { searchForm } from '#kit/components/search-form.ts';
import { select } from '#kit/components/select.ts';
import { type Html, html } from '#kit/html.ts';
import { nameOf, optionItems, casePaths as paths } from '#modules/case-file/pure.ts';
import { entryKinds, entrySources } from '../entry.ts';
import { audienceFilters, childrenFilters, marks, orders } from '../entry-filter.ts';
import { narrowed } from '../forms/chronology-query.ts';
import type { ChronologyModel } from './model.ts';

/** Words and a kind at once; everything else folded away until it is wanted. Sent in the body, never in an address. */
export function chronologyFilter(model: ChronologyModel): Html {
  const { csrf, file, query, text } = model;
  const fields = html`${input({
    name: 'text',
    label: { text: 'Words in this case' },
    value: text,
    type: 'search',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
  })}${select({
    name: 'kind',
    label: { text: 'Kind' },
    value: query.kind,
    items: optionItems(entryKinds, 'Every kind'),
  })}${details({
    summaryText: 'More ways to narrow it',
    classes: 'lintel-filters__more',
    open: narrowed(query),
    html: html`<div class="lintel-filters__fields">${more(model)}</div>`,
  })}`;
  return searchForm({ action: paths.entries(file.id), csrf, fields, secondary: true });
}

function more({ query, people, known }: ChronologyModel): Html {
  const about = [
    { value: 'case', label: 'The case as a whole' },
    ...people.map((person) => ({ value: person.id, label: nameOf(known, person) })),
  ];
  return html`${select({ name: 'source', label: { text: 'How we know' }, value: query.source, items: optionItems(entrySources, 'Any source') })}
${select({ name: 'about', label: { text: 'About' }, value: query.about, items: optionItems(about, 'Anybody') })}
${select({ name: 'children', label: { text: 'Children' }, value: query.children, items: optionItems(childrenFilters, 'Either way') })}
${select({ name: 'mark', label: { text: 'Late or corrected' }, value: query.mark, items: optionItems(marks, 'Either way') })}
${select({ name: 'audience', label: { text: 'May be shown to' }, value: query.audience, items: optionItems(audienceFilters, 'Anybody or nobody') })}
${input({ name: 'from', label: { text: 'Happened from' }, value: query.from, type: 'date' })}
${input({ name: 'to', label: { text: 'Happened up to' }, value: query.to, type: 'date' })}
${input({ name: 'asAt', label: { text: 'As we knew it at' }, value: query.asAt, type: 'datetime-local' })}
${select({ name: 'order', label: { text: 'Order' }, value: query.order, items: optionItems(orders) })}`;
}
