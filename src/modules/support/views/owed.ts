import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { deadline } from '#kit/components/deadline.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { select } from '#kit/components/select.ts';
import { sortHeader } from '#kit/components/sort-header.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths, optionItems } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { RiskLevel, StaffId } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { remaining } from '#rules/remaining-time.ts';
import { owedHref } from '../forms/owed-query.ts';
import { mostOwed, type OwedQuery, owedKinds, owedPerPage, owedStands } from '../owed.ts';
import { paths } from '../paths.ts';
import type { OwedCounts, OwedOffer } from '../store/owed.ts';
import { offerInWords } from '../words.ts';
import { stateTag } from './of-case.ts';

interface OwedModel {
  readonly offers: readonly OwedOffer[];
  readonly total: number;
  readonly counts: OwedCounts;
  readonly colleagues: readonly { readonly id: StaffId; readonly name: string }[];
  readonly query: OwedQuery;
  readonly mayExport: boolean;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** What people said that they would like, and have not confirmed yet: in the cases that whoever looks is let into. */
export function owedPage(model: OwedModel): Html {
  const { offers, total, query, counts } = model;
  return html`<h1 class="govuk-heading-l">What is owed to people</h1>
<p class="govuk-body">In open cases that you may see: <strong>${counts.toDo}</strong> still to be ordered or delivered;
<strong>${counts.toHear}</strong> delivered, as we or a contractor say,
and to be heard of; <strong>${counts.unsafe}</strong> delivered, and not safe to ask about;
<strong>${counts.confirmed}</strong> confirmed by them.</p>
${filters(model)}${
  offers.length === 0
    ? html`<p class="govuk-body">${
        owedHref({ ...query, sort: 'due', page: 1 }) === paths.owed ? 'Nothing is owed.' : 'Nothing matches.'
      }</p>`
    : html`<div class="lintel-heading"><p class="govuk-body">${
        total >= mostOwed
          ? `${mostOwed} or more: narrow the list to see the others`
          : total === 1
            ? '1 offer'
            : `${total} offers`
      }</p>${download(model)}</div>${list(model)}`
}${resultsPagination({
  page: query.page,
  pageSize: owedPerPage,
  total,
  nouns: ['offer', 'offers'],
  href: (page) => owedHref(query, { page }),
})}`;
}

function download({ mayExport, query }: OwedModel): Html {
  if (!mayExport) return html`<span class="lintel-aside">A manager can download it.</span>`;
  return html`<a class="govuk-link" href="${owedHref(query, {}, '.csv')}">Download this list</a>`;
}

function filters({ query, colleagues }: OwedModel): Html {
  const leads = [
    { value: 'me', label: 'Me' },
    ...colleagues.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  return html`<form method="get" action="${paths.owed}" class="lintel-filters">${select({
    name: 'stands',
    label: { text: 'How it stands' },
    value: query.stands ?? '',
    items: optionItems(owedStands, 'All that is owed'),
  })}${select({
    name: 'kind',
    label: { text: 'What' },
    value: query.kind ?? '',
    items: optionItems(owedKinds, 'Anything'),
  })}${select({
    name: 'lead',
    label: { text: 'Lead' },
    value: query.lead ?? '',
    items: optionItems(leads, 'Anybody'),
  })}${checkboxes({
    name: 'overdue',
    classes: 'govuk-checkboxes--small',
    values: query.overdue ? ['yes'] : [],
    items: [{ value: 'yes', text: 'Overdue only' }],
  })}<input type="hidden" name="sort" value="${query.sort}">${button({
    text: 'Show',
    classes: 'govuk-button--secondary',
  })}</form>`;
}

function list(model: OwedModel): Html {
  const { offers, query } = model;
  const column = (sort: OwedQuery['sort'], text: string) =>
    sortHeader({
      text,
      href: owedHref(query, { sort }),
      sorted: query.sort === sort ? (sort === 'due' ? 'ascending' : 'descending') : undefined,
    });
  return table({
    caption: 'What is owed',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [
      { text: 'What' },
      { text: 'How it stands' },
      column('due', 'Due'),
      column('risk', 'Risk'),
      { text: 'Case' },
      { text: 'Lead' },
    ],
    rows: offers.map((each) => row(model, each)),
  });
}

function row({ calendar, now }: OwedModel, each: OwedOffer) {
  return [
    {
      html: html`<a class="govuk-link" href="${paths.offer(each.caseId, each.offerId)}">${offerInWords(each)}</a>`,
      classes: 'lintel-cell--line',
    },
    {
      html: html`${stateTag(each)} since ${dayOfWeekInWords(each.since)}`,
      classes: 'lintel-cell--words',
    },
    {
      html: each.dueAt ? due(each.dueAt, calendar, now) : html`No day is promised`,
      classes: 'lintel-cell--words',
    },
    {
      html: html`${danger(each)} ${levels(each.riskLevel)}`,
    },
    { html: html`<a class="govuk-link" href="${casePaths.overview(each.caseId)}">${each.reference}</a>` },
    { text: each.leadName ?? 'Nobody yet' },
  ];
}

function danger({ immediateDanger }: OwedOffer): Html | false {
  return immediateDanger && tag({ text: 'Danger', classes: 'govuk-tag--red' });
}

function levels(level: RiskLevel | null): string {
  return level === null ? 'Not judged' : { high: 'High', medium: 'Medium', standard: 'Standard' }[level];
}

function due(at: Temporal.Instant, calendar: WorkingCalendar, now: Temporal.Instant): Html {
  const words = remaining(now, at, calendar);
  const overdue = Temporal.Instant.compare(now, at) > 0;
  return deadline({
    state: overdue ? 'overdue' : words === 'due now' ? 'due' : 'running',
    text: words.replace(/^(overdue|due now|due) ?/, ''),
    timestamp: at.toString(),
  });
}
