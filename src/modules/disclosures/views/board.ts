import { button } from '#kit/components/button.ts';
import { deadline } from '#kit/components/deadline.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { subNavigation } from '#kit/components/sub-navigation.ts';
import { type TableCell, table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { attributes, type Html, html } from '#kit/html.ts';
import { labelOf, type Route, routes } from '#rules/words.ts';
import type { PromiseWords } from '../promise-words.ts';
import { selectField } from './fields.ts';

export interface BoardLine {
  readonly id: string;
  readonly reference: string;
  readonly route: Route;
  readonly received: string;
  readonly danger: boolean;
  readonly children: boolean;
  /** When a call was promised, in words; null: none was, or it is triaged. */
  readonly ring: string | null;
  /** Null once it was triaged, or where contact is kept already. */
  readonly due: PromiseWords | null;
  readonly caseId: string | null;
  /** Who has it, or the button that says so; none once it was triaged. */
  readonly who?: Html | undefined;
}

export interface BoardPage {
  readonly show: 'waiting' | 'triaged';
  readonly danger: boolean;
  readonly route: Route | '';
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly lines: readonly BoardLine[];
  /** Whom to ring about danger while the office is closed. */
  readonly ring?: Html | false | undefined;
}

/** Whoever is in danger stands first, then whoever has waited longest. No names: somebody may look over a shoulder. */
export function board(page: BoardPage): Html {
  const address = (number: number) => addressOf({ ...page, page: number });
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">Triage</h1>
<a class="govuk-link" href="/disclosures/new">Write down a new disclosure</a></div>
${subNavigation({
  label: 'Triage',
  items: [
    {
      text: 'Waiting',
      href: addressOf({ ...page, show: 'waiting', page: 1 }),
      active: page.show === 'waiting',
    },
    {
      text: 'Triaged',
      href: addressOf({ ...page, show: 'triaged', page: 1 }),
      active: page.show === 'triaged',
    },
  ],
})}
${page.ring}
${filters(page)}
${page.lines.length === 0 ? html`<p class="govuk-body">${nothing(page)}</p>` : lines(page)}
${resultsPagination({
  page: page.page,
  pageSize: page.pageSize,
  total: page.total,
  href: address,
  nouns: ['disclosure', 'disclosures'],
})}`;
}

function nothing({ show, danger, route }: BoardPage): string {
  if (danger || route !== '')
    return 'Nothing matches. Choose every way, and not only immediate danger, to see all of them.';
  return show === 'waiting'
    ? 'Nothing is waiting. Everything that came in has been triaged.'
    : 'Nothing has been triaged yet.';
}

function filters(page: BoardPage): Html {
  const form = { values: { route: page.route }, errors: {} };
  const box = attributes({
    class: 'govuk-checkboxes__input',
    type: 'checkbox',
    id: 'danger',
    name: 'danger',
    value: 'yes',
    checked: page.danger,
  });
  return html`<form method="get" action="/disclosures" class="lintel-filters">
<input type="hidden" name="show" value="${page.show}">
${selectField(form, { name: 'route', label: 'How it came in', choices: routes }, 'Every way')}
<div class="govuk-form-group govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">
<input${box}><label class="govuk-label govuk-checkboxes__label" for="danger">Only immediate danger</label></div></div>
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`;
}

function lines(page: BoardPage): Html {
  const last = page.show === 'waiting' ? ['Make contact', 'Who has it'] : ['Now'];
  return table({
    caption: page.show === 'waiting' ? 'Waiting for triage' : 'Triaged, the latest first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: ['Reference', 'How it came in', 'First known', ...last].map((text) => ({ text })),
    firstCellIsHeader: true,
    rows: page.lines.map(cells),
  });
}

function cells(line: BoardLine): readonly TableCell[] {
  return [
    {
      html: html`<a class="govuk-link" href="/disclosures/${line.id}">${line.reference}</a> ${marks(line)}`,
    },
    { text: labelOf(routes, line.route), classes: 'lintel-cell--bare' },
    { text: line.received },
    {
      html: html`${line.due ? deadline(line.due) : whatBecameOfIt(line)}${
        line.ring && html`<br><strong>Ring: ${line.ring}</strong>`
      }`,
      classes: 'lintel-cell--line',
    },
    ...(line.who ? [{ html: line.who, classes: 'lintel-cell--line' }] : []),
  ];
}

function whatBecameOfIt({ caseId, who }: BoardLine): Html {
  if (who) return html`Waits for triage`;
  return caseId ? html`<a class="govuk-link" href="/cases/${caseId}">In a case</a>` : html`Handed over`;
}

function marks({ danger, children }: BoardLine): Html {
  return html`${danger && tag({ text: 'Immediate danger', classes: 'govuk-tag--red' })}${
    children && html` ${tag({ text: 'Children', classes: 'govuk-tag--orange' })}`
  }`;
}

function addressOf({
  show,
  danger,
  route,
  page,
}: Pick<BoardPage, 'show' | 'danger' | 'route' | 'page'>): string {
  const query = new URLSearchParams({ show });
  if (danger) query.set('danger', 'yes');
  if (route !== '') query.set('route', route);
  if (page > 1) query.set('page', String(page));
  return `/disclosures?${query}`;
}
