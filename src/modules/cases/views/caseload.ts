import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { deadline } from '#kit/components/deadline.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { select } from '#kit/components/select.ts';
import { sortHeader } from '#kit/components/sort-header.ts';
import { subNavigation } from '#kit/components/sub-navigation.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import { caseStates, optionItems, casePaths as paths, stateLabel } from '#modules/case-file/pure.ts';
import type { PersonName } from '#modules/register/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { shortDate } from '#rules/moment.ts';
import { onTheWall } from '#rules/on-the-wall.ts';
import type { Pack } from '#rules/pack.ts';
import { remaining } from '#rules/remaining-time.ts';
import { type Choice, capitalised } from '#rules/words.ts';
import { type CaseloadQuery, casesPerPage, dueChoices, mostCounted, type Sort } from '../caseload.ts';
import { caseloadHref } from '../forms/caseload-query.ts';
import type { CaseInList } from '../store/caseload.ts';
import { caseCells } from './case-cells.ts';

export interface CaseloadModel {
  readonly whose: 'mine' | 'team';
  readonly path: string;
  readonly query: CaseloadQuery;
  readonly cases: readonly CaseInList[];
  readonly total: number;
  readonly known: readonly PersonName[];
  readonly colleagues: readonly (Colleague & { readonly endedAt: Temporal.Instant | null })[];
  readonly mayExport: Verdict;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

export function caseloadPage(model: CaseloadModel): Html {
  const { whose, query, path, total } = model;
  return html`<h1 class="govuk-heading-l">${whose === 'mine' ? 'My cases' : 'The team’s cases'}</h1>
${subNavigation({
  label: 'Whose cases',
  items: [
    { text: 'Mine', href: paths.caseload, active: whose === 'mine' },
    { text: 'The team’s', href: paths.team, active: whose === 'team' },
  ],
})}
${filters(model)}
${
  total === 0
    ? nothing(model)
    : html`<div class="lintel-heading"><p class="govuk-body">${countInWords(total)}</p>
      ${download(model)}</div>${list(model)}`
}
${resultsPagination({
  page: query.page,
  pageSize: casesPerPage,
  total,
  nouns: ['case', 'cases'],
  href: (page) => caseloadHref(path, query, { page }),
})}
<p class="govuk-body">Is a case that cannot wait not among them?
  <a class="govuk-link" href="${paths.askInEmergency}">Emergency access</a></p>`;
}

/** Seldom wanted, so it is quiet; where a role may not, the reason stands in its place. */
function download({ mayExport, path, query, pack }: CaseloadModel): Html {
  if (!mayExport.allowed) return html`<span class="lintel-aside">${because(pack, mayExport)}</span>`;
  return html`<a class="govuk-link" href="${caseloadHref(`${path}.csv`, query)}">Download this list</a>`;
}

function countInWords(total: number): string {
  if (total >= mostCounted) return `${mostCounted} cases or more: narrow the list to see the others`;
  return total === 1 ? '1 case' : `${total} cases`;
}

function filters({ path, query, whose, colleagues }: CaseloadModel): Html {
  const states = caseStates.map((value) => ({ value, label: stateLabel(value) }));
  const leads = [
    { value: 'unallocated', label: 'Nobody yet' },
    ...colleagues.map(({ id, name, endedAt }) => ({
      value: id as string,
      label: endedAt ? `${name} (has left)` : name,
    })),
  ];
  return html`<form method="get" action="${path}" class="lintel-filters">
${select({
  name: 'state',
  label: { text: 'State' },
  value: query.state,
  items: optionItems(states, 'All that are open'),
})}
${select({
  name: 'level',
  label: { text: 'Risk' },
  value: query.level ?? '',
  items: optionItems(levelChoices, 'Any'),
})}
${select({
  name: 'due',
  label: { text: 'Next promise' },
  value: query.due ?? '',
  items: optionItems(dueChoices, 'Any'),
})}
${
  whose === 'team' &&
  select({
    name: 'lead',
    label: { text: 'Lead' },
    value: query.lead ?? '',
    items: optionItems(leads, 'Anybody'),
  })
}
${checkboxes({
  name: 'danger',
  classes: 'govuk-checkboxes--small',
  values: query.danger ? ['yes'] : [],
  items: [{ value: 'yes', text: 'Immediate danger only' }],
})}
<input type="hidden" name="sort" value="${query.sort}">
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`;
}

const levelChoices: readonly Choice[] = [
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'standard', label: 'Standard' },
  { value: 'none', label: 'Not rated yet' },
];

function nothing({ query, path, whose }: CaseloadModel): Html {
  const narrowed = caseloadHref(path, { ...query, sort: 'pressing', page: 1 }) !== path;
  if (narrowed)
    return html`<p class="govuk-body">No case matches.
      <a class="govuk-link" href="${path}">Show all that are open</a></p>`;
  return whose === 'mine'
    ? html`<p class="govuk-body">You lead no open case at present.
      <a class="govuk-link" href="${paths.team}">See the team’s cases</a></p>`
    : html`<p class="govuk-body">No case is open.</p>`;
}

function list(model: CaseloadModel): Html {
  const { cases, pack, whose } = model;
  return table({
    caption: 'Cases',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Case' },
      { text: capitalised(pack.words.person) },
      column(model, 'pressing', 'Risk'),
      { text: 'State' },
      column(model, 'due', 'Next promise'),
      column(model, 'contact', 'Last contact'),
      column(model, 'opened', 'Opened'),
      ...(whose === 'team' ? [{ text: 'Lead' }] : []),
    ],
    rows: cases.map((each) => row(model, each)),
  });
}

function column({ path, query }: CaseloadModel, sort: Sort, text: string) {
  const direction = sort === 'opened' || sort === 'pressing' ? 'descending' : 'ascending';
  return sortHeader({
    text,
    href: caseloadHref(path, query, { sort }),
    sorted: query.sort === sort ? direction : undefined,
  });
}

function row({ known, calendar, now, whose }: CaseloadModel, each: CaseInList) {
  const { openedAt, lastContactAt, nextDueAt } = each;
  const day = (instant: Temporal.Instant) => shortDate(onTheWall(instant, calendar));
  return [
    ...caseCells(each, known),
    {
      html: nextDueAt ? nextPromise(nextDueAt, calendar, now) : html`Nothing owed`,
      classes: 'lintel-cell--words',
    },
    { text: lastContactAt ? day(lastContactAt) : 'Not yet', classes: 'lintel-cell--date' },
    { text: day(openedAt), classes: 'lintel-cell--date lintel-cell--none' },
    ...(whose === 'team' ? [{ text: each.leadName ?? 'Nobody yet' }] : []),
  ];
}

function nextPromise(due: Temporal.Instant, calendar: WorkingCalendar, now: Temporal.Instant): Html {
  const words = remaining(now, due, calendar);
  const overdue = Temporal.Instant.compare(now, due) > 0;
  return deadline({
    state: overdue ? 'overdue' : words === 'due now' ? 'due' : 'running',
    text: words.replace(/^(overdue|due now|due) ?/, ''),
    timestamp: due.toString(),
  });
}
