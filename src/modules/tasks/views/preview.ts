import { button } from '#kit/components/button.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { CaseId } from '#rules/facts.ts';
import type { AskedReassignment } from '../forms/reassignment-form.ts';
import { casesIn, standingOf, usualLoad, weighted } from '../load.ts';
import { paths } from '../paths.ts';
import type { LoadChange } from '../reassignment.ts';
import { type MovePlan, type PlannedMove, planKey, type Taker } from '../spread.ts';
import type { Along } from '../store/hand-over.ts';
import { managerNavigation } from './manager-nav.ts';
import { riskTag } from './risk-tag.ts';

export interface PreviewModel {
  readonly asked: AskedReassignment;
  readonly plan: MovePlan;
  readonly takers: readonly Taker[];
  readonly fromName: string;
  readonly loads: readonly LoadChange[];
  /** Open tasks that would move along, and visits that would have to be looked at, by case. */
  readonly along: ReadonlyMap<CaseId, Along>;
  readonly csrf: string;
  readonly submissionId: string;
  /** Something changed since it was shown: looked at again before anything moves. */
  readonly changed: boolean;
}

export function previewPage(model: PreviewModel): Html {
  const { plan, changed, asked } = model;
  const moving = plan.moves.filter(({ toId }) => toId !== null);
  const staying = plan.moves.filter(({ toId }) => toId === null);
  return html`<h1 class="govuk-heading-l">What would change</h1>${managerNavigation('Move cases')}
${
  changed &&
  html`<p class="govuk-inset-text">Something changed while you were looking: somebody worked on these cases,
    or was found to have a conflict. Nothing has moved. This is what would change now.</p>`
}
<p class="govuk-body">Why: ${asked.reason}</p>
${
  moving.length === 0
    ? html`<p class="govuk-body"><strong>Nothing would move.</strong></p>`
    : html`<h2 class="govuk-heading-m">${moving.length === 1 ? '1 case moves' : `${moving.length} cases move`}</h2>
      ${moves(model, moving)}`
}
${
  staying.length > 0 &&
  html`<h2 class="govuk-heading-m">
    ${staying.length === 1 ? '1 case stays where it is' : `${staying.length} cases stay where they are`}</h2>
    ${stays(staying)}`
}
${moving.length > 0 && html`<h2 class="govuk-heading-m">Loads before and after</h2>${loadTable(model)}`}
<div class="govuk-button-group">${moving.length > 0 && confirm(model)}<a class="govuk-link"
  href="${paths.reassignmentFrom(asked.lead)}">Choose again</a></div>`;
}

function moves({ takers, fromName, along }: PreviewModel, moving: readonly PlannedMove[]): Html {
  const nameOf = (id: string | null) => takers.find((taker) => taker.id === id)?.name ?? '';
  return table({
    caption: 'Cases that move',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [
      { text: 'Case' },
      { text: 'From' },
      { text: 'To' },
      { text: 'Moves along' },
      { text: 'Who could not take it' },
    ],
    rows: moving.map(({ moving: each, toId, cannot }) => [
      { html: html`${each.reference} ${riskTag(each)}` },
      { text: fromName },
      { text: nameOf(toId) },
      { text: alongInWords(along.get(each.id)) },
      { text: whoCannot(cannot) },
    ]),
  });
}

function alongInWords(along: Along | undefined): string {
  const { tasks = 0, visits = 0 } = along ?? {};
  const said = [
    tasks > 0 && (tasks === 1 ? '1 open task' : `${tasks} open tasks`),
    visits > 0 &&
      `${visits === 1 ? '1 visit or call stays' : `${visits} visits and calls stay`} as planned: decide who goes`,
  ].filter((each) => each !== false);
  return said.length > 0 ? said.join(', ') : 'Nothing';
}

function whoCannot(cannot: PlannedMove['cannot']): string {
  return cannot.length === 0 ? 'Nobody' : cannot.map(({ name, because }) => `${name}: ${because}`).join('; ');
}

function stays(staying: readonly PlannedMove[]): Html {
  return table({
    caption: 'Cases that stay',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'Case' }, { text: 'Why nobody of these can take it' }],
    rows: staying.map(({ moving, cannot }) => [
      { html: html`${moving.reference} ${riskTag(moving)}` },
      { text: whoCannot(cannot) },
    ]),
  });
}

function loadTable({ loads }: PreviewModel): Html {
  return table({
    caption: 'Loads before and after',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'Colleague' }, { text: 'Open cases' }, { text: 'Weighted' }, { text: 'Afterwards' }],
    rows: loads.map(({ name, away, before, after }) => [
      { text: away ? `${name} (away)` : name },
      { text: `${casesIn(before)} → ${casesIn(after)}` },
      { text: `${weighted(before)} → ${weighted(after)}` },
      { text: afterwards(after) },
    ]),
  });
}

function afterwards(after: LoadChange['after']): string {
  const standing = standingOf(after);
  if (standing === 'above') return `Above the usual ${usualLoad.least} to ${usualLoad.most}`;
  return standing === 'below' ? `Below the usual ${usualLoad.least} to ${usualLoad.most}` : 'Usual';
}

function confirm({ asked, plan, csrf, submissionId }: PreviewModel): Html {
  const fields: readonly (readonly [string, string])[] = [
    ['lead', asked.lead],
    ...asked.cases.map((id) => ['cases', id] as const),
    ...asked.takers.map((id) => ['takers', id] as const),
    ['reason', asked.reason],
    ...planKey(plan).map((key) => ['plan', key] as const),
  ];
  return html`<form method="post" action="${paths.reassignment}">${submission(csrf, submissionId)}${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}${button({ text: 'Move these cases', preventDoubleClick: true })}</form>`;
}
