import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { select } from '#kit/components/select.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { optionItems } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { kindOf } from '../kinds.ts';
import { paths } from '../paths.ts';
import {
  checked,
  itemsPerPage,
  lentKinds,
  mayMove,
  type StockQuery,
  type StockState,
  type StockStepName,
  stockStates,
} from '../stock.ts';
import type { StockItem, StockStep } from '../store/stock.ts';
import type { Counted, ItemInList } from '../store/stock-list.ts';

interface StockModel {
  readonly items: readonly ItemInList[];
  readonly total: number;
  readonly counts: readonly Counted[];
  readonly query: StockQuery;
  readonly today: Temporal.PlainDate;
}

/** What is lent, and where each stands. Of whoever has it nothing is here. */
export function stockPage(model: StockModel): Html {
  const { items, total, query } = model;
  return html`<h1 class="govuk-heading-l">Stock</h1>
<p class="govuk-body">What is lent: each has a number that says nothing to whoever finds it. To whom it went stands in
their case, for those who are let into it.</p>
${button({ text: 'Add to stock', href: paths.newItem })}${howMany(model)}${filters(query)}${
  items.length === 0
    ? html`<p class="govuk-body">${
        stockHref(query, { page: 1 }) === paths.stock ? 'Nothing is in stock yet.' : 'Nothing matches.'
      }</p>`
    : html`<div class="lintel-heading"><h2 class="govuk-heading-m">What there is</h2><a class="govuk-link"
        href="${stockHref(query, {}, '.csv')}">Download this list</a></div>${listed(model)}`
}${resultsPagination({
  page: query.page,
  pageSize: itemsPerPage,
  total,
  nouns: ['item', 'items'],
  href: (number) => stockHref(query, { page: number }),
})}`;
}

function howMany({ counts }: StockModel): Html | undefined {
  if (counts.length === 0) return undefined;
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  const of = (kind: string, state: StockState) =>
    counts.find((each) => each.kind === kind && each.state === state)?.number ?? 0;
  return table({
    caption: 'How many stand where',
    classes: 'lintel-table--cards lintel-table--brief',
    firstCellIsHeader: true,
    head: [
      { text: 'What' },
      ...stockStates.map(({ label }) => ({ text: label, format: 'numeric' as const })),
    ],
    rows: kinds.map((kind) => [
      { text: kindOf(kind).label },
      ...stockStates.map(({ value }) => ({ text: String(of(kind, value)), format: 'numeric' as const })),
    ]),
  });
}

/** The address of a list that shows this; what goes without saying is not said. */
function stockHref(query: StockQuery, change: Partial<StockQuery>, ending = ''): string {
  const { kind, state, page } = { ...query, page: 1, ...change };
  const said = new URLSearchParams();
  if (kind) said.set('kind', kind);
  if (state) said.set('state', state);
  if (page > 1) said.set('page', String(page));
  const text = said.toString();
  return `${paths.stock}${ending}${text === '' ? '' : `?${text}`}`;
}

function filters({ kind, state }: StockQuery): Html {
  return html`<form method="get" action="${paths.stock}" class="lintel-filters">${select({
    name: 'kind',
    label: { text: 'What' },
    value: kind ?? '',
    items: optionItems(lentKinds, 'Everything'),
  })}${select({
    name: 'state',
    label: { text: 'Where it stands' },
    value: state ?? '',
    items: optionItems(stockStates, 'Anywhere'),
  })}${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`;
}

function listed({ items, today }: StockModel): Html {
  return table({
    caption: 'What there is',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Number' },
      { text: 'What' },
      { text: 'Where it stands' },
      { text: 'Since' },
      { text: 'Test' },
    ],
    rows: items.map((each) => [
      { html: html`<a class="govuk-link" href="${paths.item(each.id)}">${each.number}</a>` },
      { text: each.about === '' ? kindOf(each.kind).label : `${kindOf(each.kind).label} (${each.about})` },
      { html: stockTag(each.state), classes: 'lintel-cell--bare' },
      { text: `${dayOfWeekInWords(each.since)}${each.byName ? `, ${each.byName}` : ''}` },
      { html: testInWords(each, today) },
    ]),
  });
}

function testInWords(
  { testOn, state }: Pick<ItemInList, 'testOn' | 'state'>,
  today: Temporal.PlainDate,
): Html {
  if (testOn === null || state === 'retired' || state === 'lost') return html``;
  const over = Temporal.PlainDate.compare(testOn, today) < 0;
  return html`<div>${over && tag({ text: 'Overdue', classes: 'govuk-tag--orange' })} ${dayOfWeekInWords(testOn)}</div>`;
}

export function stockTag(state: StockState): Html {
  const colours: Readonly<Record<StockState, string>> = {
    lost: 'govuk-tag--orange',
    to_check: 'govuk-tag--yellow',
    in_stock: 'govuk-tag--green',
    issued: 'govuk-tag--blue',
    retired: 'govuk-tag--grey',
  };
  return tag({ text: labelOf(stockStates, state), classes: colours[state] });
}

/** What is known of one item. */
export function itemFacts(item: StockItem): Html {
  return summaryList({
    rows: [
      { key: { text: 'Number' }, value: { text: item.number } },
      { key: { text: 'What' }, value: { text: kindOf(item.kind).label } },
      item.about !== '' && { key: { text: 'Make and model' }, value: { text: item.about } },
      { key: { text: 'Where it stands' }, value: { html: stockTag(item.state) } },
      item.testOn !== null && { key: { text: 'Test on' }, value: { text: dayOfWeekInWords(item.testOn) } },
    ],
  });
}

interface ItemModel {
  readonly item: StockItem;
  /** The offer for which it is out, where whoever looks is let into its case. */
  readonly offer: string | null;
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
}

export function itemPage({ item, offer, calendar, today }: ItemModel): Html {
  const { state, testOn } = item;
  const overdue = testOn !== null && state !== 'retired' && Temporal.PlainDate.compare(testOn, today) < 0;
  return html`<h1 class="govuk-heading-l">${item.number}</h1>${itemFacts(item)}${
    overdue && insetText({ text: 'Its test is overdue: it goes to nobody before somebody has checked it.' })
  }${
    (state === 'issued' || state === 'lost') &&
    html`<p class="govuk-body">${
      offer
        ? html`<a class="govuk-link" href="${offer}">The case in which it was issued</a>`
        : 'Who has it stands in a case. Whoever works on that case says there when it is lost.'
    }</p>`
  }${waysOn(item)}
<h2 class="govuk-heading-m">What became of it</h2>
<ol class="govuk-list govuk-list--spaced">${item.steps.map((step) => stepShown(step, calendar))}</ol>${
    (item.steps.findLast(({ struck }) => !struck)?.step ?? 'added') !== 'added' &&
    html`<p class="govuk-body"><a class="govuk-link" href="${paths.itemMove(item.id, 'correction')}">The last of it was
      recorded in error</a></p>`
  }`;
}

function waysOn({ id, state }: StockItem): Html {
  const ways = [
    { step: 'checked', text: 'Check it', at: 'check' },
    {
      step: state === 'lost' ? 'found' : 'returned',
      text: state === 'lost' ? 'It was found' : 'It came back',
      at: 'return',
    },
    ...(state === 'issued'
      ? []
      : [{ step: 'lost', text: 'It is gone from the cupboard', at: 'loss' } as const]),
    { step: 'retired', text: 'It is used no more', at: 'retirement' },
  ] as const;
  const open = ways.filter(({ step }) => mayMove(state, step).allowed);
  return html`<div class="govuk-button-group">${open.map(({ text, at }, index) =>
    button({
      text,
      href: paths.itemMove(id, at),
      ...(index > 0 && { classes: 'govuk-button--secondary' }),
    }),
  )}</div>`;
}

const steps: Readonly<Record<StockStepName, string>> = {
  added: 'Added',
  checked: 'Checked: it works, is charged, and nothing of anybody is on it',
  faulty: 'Checked: something is wrong',
  issued: 'Issued',
  returned: 'Came back',
  lost: 'Lost',
  found: 'Found',
  regained: 'With them again',
  retired: 'Retired',
};

export function stockStepInWords({ step }: Pick<StockStep, 'step'>): string {
  return steps[step];
}

const answersTo: Readonly<Record<string, string>> = { yes: 'yes', no: 'no', with_them: 'in use with them' };

function foundInWords({ answers, testOn }: StockStep): Html {
  const found = checked.flatMap(({ value, label }) => {
    const said = answersTo[answers[value] ?? ''];
    return said ? [`${label}: ${said}`] : [];
  });
  if (testOn) found.push(`To be tested again by ${dayOfWeekInWords(testOn)}`);
  return html`${found.map((each) => html`<br>${each}`)}`;
}

function stepShown(step: StockStep, calendar: WorkingCalendar): Html {
  const { struckBy } = step;
  const said = stockStepInWords(step);
  return html`<li>${struckBy ? html`<s>${said}</s>` : html`<strong>${said}</strong>`}
    <br>${dayOfWeekInWords(step.happenedOn)}${foundInWords(step)}${step.words.trim() !== '' && verbatim(step.words)}
    <span class="govuk-hint">Recorded ${momentInWords(step.recordedAt, calendar)} by
      ${step.recordedByName ?? 'Lintel'}</span>${
        struckBy &&
        html`<span class="govuk-hint">Struck out ${momentInWords(struckBy.recordedAt, calendar)} by
          ${struckBy.recordedByName ?? 'Lintel'}: ${struckBy.words}</span>`
      }</li>`;
}
