import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { searchPages } from '#kit/components/search-form.ts';
import { type Html, html } from '#kit/html.ts';
import { caseHead, casePaths as paths, way } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { entriesPerPage } from '../entry.ts';
import { chronologyHref, filterOf, said } from '../forms/chronology-query.ts';
import { chronologyFilter } from './chronology-filter.ts';
import { entryList } from './entry-list.ts';
import type { ChronologyModel } from './model.ts';

export function chronologyPage(model: ChronologyModel): Html {
  const { entries } = model;
  return html`${caseHead(model, 'Chronology', 'Chronology', actions(model))}
${chronologyFilter(model)}
${knownThen(model)}
${entries.length > 0 ? entryList(model, entries) : nothingFound(model)}
${pages(model)}`;
}

function actions({ file, mayExport, query, text, pack }: ChronologyModel): Html {
  const { from, to } = query;
  const print = `${paths.newExport(file.id)}?${new URLSearchParams({ from, to, as: 'paper' })}`;
  return html`<div class="govuk-button-group">
    ${button({ text: 'Add to the chronology', href: paths.newEntry(file.id) })}${way(
      pack,
      mayExport,
      'Take it away as a file',
      paths.newExport(file.id),
    )}${text === '' && html`<a class="govuk-link" href="${print}">Print</a>`}</div>`;
}

/** What did anybody know when: a question of every review, answered without what was learnt later. */
export function knownThen({
  query,
  calendar,
}: Pick<ChronologyModel, 'query' | 'calendar'>): Html | undefined {
  const { asAt } = filterOf(query, calendar.rules.timeZone);
  if (!asAt) return undefined;
  return insetText({
    text:
      `What anybody here knew at ${momentInWords(asAt, calendar)}, whenever it was written down. ` +
      'What was learnt later is not shown.',
  });
}

function nothingFound({ query, text, file }: ChronologyModel): Html {
  const everything = Object.keys(said(query)).length === 0 && text === '';
  if (everything && query.page === 1) return html`<p class="govuk-body">Nothing is written yet.</p>`;
  return html`<p class="govuk-body">No entry matches.
    <a class="govuk-link" href="${paths.entries(file.id)}">Show all entries</a></p>`;
}

/** What is chosen from lists may stand in an address; words that were looked for are sent again in the body. */
function pages({ csrf, file, query, text, total }: ChronologyModel): Html {
  const list = { page: query.page, total, pageSize: entriesPerPage, nouns: ['entry', 'entries'] } as const;
  const action = paths.entries(file.id);
  if (text !== '')
    return searchPages({ action, csrf, sent: { ...said(query), text }, pages: resultsPagination(list) });
  const href = (page: number) => chronologyHref(action, query, { page });
  return resultsPagination({ ...list, href });
}
