import { table } from '#kit/components/table.ts';
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
<p class="govuk-body">A worker of this field usually carries ${usualLoad.least} to ${usualLoad.most} open cases. Weighted: a case at high risk counts 1½, at medium or not yet assessed 1, at standard ¾. The range and the weights are Lintel’s, and no limit.</p>
${table({
  caption: 'Open cases by colleague',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--dense lintel-table--cards',
  head: [
    { text: 'Colleague' },
    { text: 'Open', format: 'numeric' },
    { text: 'High', format: 'numeric' },
    { text: 'Medium', format: 'numeric' },
    { text: 'Standard', format: 'numeric' },
    { text: 'Not assessed', format: 'numeric' },
    { text: 'Weighted', format: 'numeric' },
    { text: 'Against the usual' },
    { text: 'Overdue', format: 'numeric' },
    { text: 'Untouched', format: 'numeric' },
    { text: 'Paused', format: 'numeric' },
  ],
  rows: [
    ...rowOf(
      model,
      null,
      html`Nobody yet`,
      model.loads.find(({ leadId }) => leadId === null),
    ),
    ...model.team.flatMap((colleague) => {
      const load = model.loads.find(({ leadId }) => leadId === colleague.id);
      return rowOf(model, colleague.id, nameOf(model, colleague), load ?? nothing);
    }),
  ],
})}
<p class="govuk-body">Figures count the cases that you may see.</p>`;
}

const nothing = { ...noCases, paused: 0, overdue: 0, untouched: 0 };
type Load = typeof nothing;

function nameOf({ away }: BalanceModel, { id, name }: Colleague): Html {
  const link = html`<a class="govuk-link" href="${paths.reassignmentFrom(id)}">${name}</a>`;
  if (!away.has(id)) return link;
  const deputy = away.get(id);
  return html`${link} <span class="lintel-aside">Away${deputy ? `, ${deputy} stands in` : ', and nobody stands in'}</span>`;
}

/** Cases of nobody stand first, where there are any. */
function rowOf(_: BalanceModel, lead: StaffId | null, name: Html, load: Load | undefined) {
  if (!load) return [];
  const number = (text: number) => ({ text, format: 'numeric' }) as const;
  return [
    [
      {
        html: lead
          ? name
          : html`<a class="govuk-link" href="${paths.reassignmentFrom('unallocated')}">${name}</a>`,
      },
      number(casesIn(load)),
      number(load.high),
      number(load.medium),
      number(load.standard),
      number(load.unassessed),
      number(weighted(load)),
      { text: lead ? againstUsual(load) : 'Needs a lead' },
      number(load.overdue),
      number(load.untouched),
      number(load.paused),
    ],
  ];
}

function againstUsual(load: Load): string {
  return { below: 'Room for more', usual: 'Usual', above: 'Too many' }[standingOf(load)];
}
