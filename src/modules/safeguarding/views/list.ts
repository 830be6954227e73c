import { button } from '#kit/components/button.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type ListedStanding, listedStandings } from '../listed.ts';
import { paths } from '../paths.ts';
import type { ListedReferral } from '../store/list.ts';
import { titleOf } from '../words.ts';

export interface ReferralList {
  readonly referrals: readonly ListedReferral[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly standing: ListedStanding | null;
  readonly mayExport: boolean;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** What the team owes children and adults at risk: decisions, referrals, answers. */
export function listPage(list: ReferralList): Html {
  const { referrals, total, page, pageSize, standing, mayExport } = list;
  return html`<h1 class="govuk-heading-l">Referrals</h1>
<p class="govuk-body">Every referral of a child or an adult at risk that is open, whoever leads the case. If somebody is
  in danger now, ring 999 first. <a class="govuk-link" href="${paths.hubs}">Where to refer</a></p>
<nav aria-label="Which referrals"><ul class="govuk-list">${[
    null,
    ...listedStandings.map(({ value }) => value),
  ].map((each) => html`<li>${choice(each, standing)}</li>`)}</ul></nav>
${referrals.length === 0 ? html`<p class="govuk-body">None is open.</p>` : lines(list)}
${resultsPagination({
  ...{ page, pageSize, total, nouns: ['referral', 'referrals'] },
  href: (number) => address(standing, number),
})}
${
  mayExport &&
  total > 0 &&
  button({ text: 'Take the list away', href: paths.listFile, classes: 'govuk-button--secondary' })
}`;
}

function choice(each: ListedStanding | null, chosen: ListedStanding | null): Html {
  const text = each === null ? 'All that are open' : labelOf(listedStandings, each);
  if (each === chosen) return html`<strong aria-current="true">${text}</strong>`;
  return html`<a class="govuk-link" href="${address(each, 1)}">${text}</a>`;
}

function address(standing: ListedStanding | null, page: number): string {
  const said = new URLSearchParams();
  if (standing !== null) said.set('standing', standing);
  if (page > 1) said.set('page', String(page));
  const text = said.toString();
  return text === '' ? paths.list : `${paths.list}?${text}`;
}

function lines({ referrals, calendar, now }: ReferralList): Html {
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  return table({
    caption: 'Open referrals',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Referral' },
      { text: 'Reference' },
      { text: 'How it stands' },
      { text: 'Since' },
      { text: 'Due' },
      { text: 'Who leads' },
    ],
    rows: referrals.map((each) => [
      { html: html`<a class="govuk-link" href="${paths.referral(each.id)}">${titleOf(each)}</a>` },
      { text: each.reference },
      {
        text: `${labelOf(listedStandings, each.standing)}${
          each.standing === 'to_answer' && !each.acknowledged ? '; nobody has said that they have it' : ''
        }`,
      },
      { text: when(each.since) },
      { text: each.dueAt ? dueInWords(each.dueAt, now, when) : 'Nothing runs' },
      { text: each.leadName ?? 'Nobody' },
    ]),
  });
}

function dueInWords(
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  when: (at: Temporal.Instant) => string,
): string {
  return Temporal.Instant.compare(dueAt, now) < 0 ? `Overdue since ${when(dueAt)}` : when(dueAt);
}
