import { type TableCell, table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { casesIn, noCases, standingOf, usualLoad, weighted } from '../load.ts';
import { paths } from '../paths.ts';
import type { LeadLoad } from '../store/balance.ts';
import { managerNavigation } from './manager-nav.ts';

export interface BalanceModel {
  readonly team: readonly Colleague[];
  readonly loads: readonly LeadLoad[];
  /** Who is away, and who stands in for them. */
  readonly away: ReadonlyMap<StaffId, string | null>;
}

/** Who carries how much: a table first, each colleague a card on a phone. */
export function balancePage(model: BalanceModel): Html {
  return html`<h1 class="govuk-heading-l">Caseload of the team</h1>${managerNavigation('Caseload')}
${table({
  caption: 'Open cases by colleague',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
  head: [
    { text: 'Colleague' },
    { text: 'Open' },
    { text: 'By level of risk' },
    { text: 'Weighted' },
    { text: 'Against the usual' },
    { text: 'To look at' },
  ],
  rows: [
    ...rowOf(
      null,
      unallocated,
      model.loads.find(({ leadId }) => leadId === null),
    ),
    ...model.team.flatMap((colleague) => {
      const load = model.loads.find(({ leadId }) => leadId === colleague.id);
      return rowOf(colleague.id, nameOf(model, colleague), load ?? nothing);
    }),
  ],
})}
<p class="govuk-body">Figures count the cases that you may see. A worker of this field usually
  carries ${usualLoad.least} to ${usualLoad.most} open cases. Weighted: a case at high risk counts 1½,
  at medium or not yet rated 1, at standard ¾. The range and the weights are Lintel’s, and no limit.</p>`;
}

const nothing = { ...noCases, paused: 0, overdue: 0, untouched: 0 };
type Load = typeof nothing;

function nameOf({ away }: BalanceModel, { id, name }: Colleague): Html {
  const link = html`<a class="govuk-link" href="${paths.reassignmentFrom(id)}">${name}</a>`;
  if (!away.has(id)) return link;
  const deputy = away.get(id);
  return html`${link}
    <span class="lintel-aside">Away${deputy ? `, ${deputy} stands in` : ', and nobody stands in'}</span>`;
}

const unallocated = html`<a class="govuk-link" href="${paths.reassignmentFrom('unallocated')}">Nobody yet</a>`;

/** Cases of nobody stand first, where there are any. */
function rowOf(lead: StaffId | null, name: Html, load: Load | undefined) {
  if (!load) return [];
  return [
    [
      { html: name },
      { text: casesIn(load) },
      said([
        [load.high, 'high'],
        [load.medium, 'medium'],
        [load.standard, 'standard'],
        [load.unassessed, 'not rated'],
      ]),
      { text: weighted(load) },
      { text: lead ? againstUsual(load) : 'Needs a lead', classes: 'lintel-cell--bare' },
      said([
        [load.overdue, 'overdue'],
        [load.untouched, 'untouched'],
        [load.paused, 'paused'],
      ]),
    ],
  ];
}

/** "2 high, 1 not rated"; what is not there is not said. */
function said(counts: readonly (readonly [number, string])[]): TableCell {
  const there = counts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return there.length > 0 ? { text: there.join(', '), classes: 'lintel-cell--bare' } : none;
}

const none: TableCell = {
  html: html`<span aria-hidden="true">–</span><span class="govuk-visually-hidden">None</span>`,
  classes: 'lintel-cell--none',
};

function againstUsual(load: Load): string {
  return { below: 'Room for more', usual: 'Usual', above: 'Too many' }[standingOf(load)];
}
