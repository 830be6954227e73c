import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, casePaths, verbatim } from '#modules/case-file/pure.ts';
import type { Dates, Offer } from '#modules/support/index.ts';
import { dueInWords, lookOwed, offerInWords, stateTag, supportPaths } from '#modules/support/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { WorkGate } from '#rules/may-order-work.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import {
  fireAnswers,
  fireServices,
  holders,
  owners,
  spouses,
  stands,
  wishes,
  yesNoUnknown,
} from '../rights.ts';
import type { Assessment } from '../store/assessments.ts';
import type { Conflict } from '../store/conflicts.ts';
import type { Order } from '../store/orders.ts';
import type { RightsRow, RoomRow } from '../store/rights.ts';
import { assessmentShown } from './assessment.ts';

export interface SecurityShown {
  readonly offers: readonly Offer[];
  readonly dates: Dates;
  readonly assessments: readonly Assessment[];
  readonly rights: readonly RightsRow[];
  readonly room: readonly RoomRow[];
  readonly orders: readonly Order[];
  readonly conflicts: readonly Conflict[];
  /** What the gate says today of each offer that could be ordered, by its id. */
  readonly gates: ReadonlyMap<string, WorkGate>;
}

/** What makes the home safer: what was looked at, what they want, who must agree, and who comes. */
export function casePage(model: CaseModel, shown: SecurityShown): Html {
  const { id } = model.file;
  const { offers, assessments, orders, conflicts } = shown;
  const room = offers.some(({ kind }) => kind === 'sanctuary_room') || shown.room.length > 0;
  return html`${caseHead(
    model,
    'Home security',
    'Home security',
    button({ text: 'Look at the home together', href: paths.newAssessment(id) }),
  )}
<p class="govuk-body">Whether they stay or go is theirs to decide. What is offered costs them nothing, and depends on
  nothing that they answer here.</p>
<h2 class="govuk-heading-m">What they want for their home</h2>
${
  offers.length === 0
    ? html`<p class="govuk-body">Nothing is offered yet.</p>`
    : table({
        caption: 'What they want for their home',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards lintel-table--brief',
        head: [{ text: 'What' }, { text: 'How it stands' }, { text: 'Due' }, { text: 'Next' }],
        rows: offers.map((offer) => [
          {
            html: html`<a class="govuk-link" href="${supportPaths.offer(id, offer.id)}">${offerInWords(offer)}</a>`,
            classes: 'lintel-cell--line',
          },
          { html: stateTag(offer), classes: 'lintel-cell--bare' },
          { text: dueInWords(model, offer, shown.dates) },
          { html: nextFor(model, offer, shown.gates.get(offer.id)), classes: 'lintel-cell--words' },
        ]),
      })
}
<p class="govuk-body"><a class="govuk-link" href="${supportPaths.newOffer(id)}">Offer something for the home</a></p>
${rightsShown(model, shown.rights)}
${room && roomShown(model, shown.room)}
<h2 class="govuk-heading-m">Who comes</h2>
${
  orders.length === 0
    ? html`<p class="govuk-body">Nobody is ordered.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${orders.map((order) => orderInList(model, order))}</ul>`
}${conflicts.map(
  ({
    id: conflict,
    contractor,
    words,
  }) => html`<p class="govuk-body">Nobody of <strong>${contractor}</strong> is sent:
    somebody there may know whoever they fear. <a class="govuk-link"
    href="${paths.conflictEnding(id, conflict)}">It is not so any more<span class="govuk-visually-hidden">:
    ${contractor}</span></a></p>${verbatim(words)}`,
)}
<h2 class="govuk-heading-m">The home, as you looked at it together</h2>
${
  assessments.length === 0
    ? html`<p class="govuk-body">Nobody has looked at it with them yet.</p>`
    : assessments.map((each) => assessmentShown(model, each))
}`;
}

function nextFor(model: CaseModel, offer: Offer, gate: WorkGate | undefined): Html | undefined {
  const look = lookOwed(offer.kindOf, offer.steps);
  if (look)
    return html`<a class="govuk-link" href="${supportPaths.look(model.file.id, look.id)}">Look at it again<span
      class="govuk-visually-hidden">: ${offerInWords(offer)}</span></a>`;
  if (gate === undefined) return undefined;
  if (!gate.open)
    return html`<ul class="govuk-list">${gate.reasons.map(
      (each) => html`<li>${reasonInWords(model.pack, each)} ${each.opens}</li>`,
    )}</ul>`;
  const anew = offer.state === 'ordered' ? 'Order it anew' : 'Order it';
  return html`<a class="govuk-link" href="${paths.newOrder(model.file.id, offer.id)}">${anew}<span
    class="govuk-visually-hidden">: ${offerInWords(offer)}</span></a>`;
}

function rightsShown(model: CaseModel, [last, ...before]: readonly RightsRow[]): Html {
  const head = html`<div class="lintel-heading"><h2 class="govuk-heading-m">Who may enter, and who must agree</h2><a
    class="govuk-link" href="${paths.rights(model.file.id)}">${last ? 'Change' : 'Write it down'}</a></div>`;
  if (!last)
    return html`${head}<p class="govuk-body">Nobody has written it down yet. A broken lock is mended all the same, for
      everybody who may enter.</p>`;
  const moved = model.file.homeMovedAt;
  const old = moved !== null && Temporal.Instant.compare(last.recordedAt, moved) < 0;
  return html`${head}${old && insetText({ text: 'This was another home: they have moved since. Write it down anew.' })}
${summaryList({
  rows: [
    {
      key: { text: 'Who holds it' },
      value: { text: standing(labelOf(holders, last.holder), last.holderStands) },
    },
    {
      key: { text: 'Married, or in a civil partnership' },
      value: { text: standing(labelOf(spouses, last.spouse), last.spouseStands) },
    },
    last.orderWhat !== '' && {
      key: { text: 'Order of a court' },
      value: {
        text: `${last.orderWhat}, ${last.orderRead ? 'read by one of us' : 'not read by us'}${
          last.orderUntil ? `, until ${dayOfWeekInWords(last.orderUntil)}` : ''
        }`,
      },
    },
    { key: { text: 'The building' }, value: { text: labelOf(owners, last.owner) } },
    { key: { text: 'Looked at for fire' }, value: { text: labelOf(fireAnswers, last.fire) } },
    last.words.trim() !== '' && { key: { text: 'How we know' }, value: { html: verbatim(last.words) } },
    { key: { text: 'Written down' }, value: { text: writtenDown(model, last) } },
  ],
})}
${before.length > 0 && earlier(model, before)}`;
}

function earlier(model: CaseModel, before: readonly RightsRow[]): Html {
  return html`<h3 class="govuk-heading-s">As it was written down before</h3>
<ul class="govuk-list govuk-list--spaced">${before.map(
    (row) => html`<li>${standing(labelOf(holders, row.holder), row.holderStands)}.
      ${standing(labelOf(spouses, row.spouse), row.spouseStands)}.${row.words.trim() !== '' && verbatim(row.words)}<span
      class="govuk-hint">Written down ${writtenDown(model, row)}</span></li>`,
  )}</ul>`;
}

function standing(label: string, how: RightsRow['holderStands']): string {
  return how ? `${label}: ${labelOf(stands, how)}` : label;
}

function roomShown(model: CaseModel, [last]: readonly RoomRow[]): Html {
  const head = html`<div class="lintel-heading"><h2 class="govuk-heading-m">A sanctuary room</h2><a class="govuk-link"
    href="${paths.room(model.file.id)}">${last ? 'Change' : 'Go through it'}</a></div>`;
  if (!last) return html`${head}<p class="govuk-body">Nobody has gone through it with them yet.</p>`;
  return html`${head}${summaryList({
    rows: [
      { key: { text: 'What they say' }, value: { text: labelOf(wishes, last.wish) } },
      {
        key: { text: 'Whoever they fear lives there' },
        value: { text: labelOf(yesNoUnknown, last.fearedLivesThere) },
      },
      {
        key: { text: 'The fire service' },
        value: {
          text: `${labelOf(fireServices, last.fireService)}${last.fireWords && `: ${last.fireWords}`}`,
        },
      },
      { key: { text: 'They can always get out' }, value: { text: labelOf(yesNoUnknown, last.getsOut) } },
      last.words.trim() !== '' && { key: { text: 'In their words' }, value: { html: verbatim(last.words) } },
      { key: { text: 'Written down' }, value: { text: writtenDown(model, last) } },
    ],
  })}<p class="govuk-body">It is a part of their <a class="govuk-link"
    href="${casePaths.actionPlan(model.file.id)}">plan</a>, never a plan by itself.</p>`;
}

function writtenDown(
  { calendar }: Pick<CaseModel, 'calendar'>,
  { recordedAt, recordedByName }: Pick<RightsRow, 'recordedAt' | 'recordedByName'>,
): string {
  return `${momentInWords(recordedAt, calendar)} by ${recordedByName ?? 'Lintel'}`;
}

function orderInList({ file }: CaseModel, order: Order): Html {
  const what = `${order.job}, ${dayOfWeekInWords(order.dayOn)}, ${order.fromTime} to ${order.toTime}`;
  return html`<li><a class="govuk-link" href="${paths.order(file.id, order.id)}">${
    order.endedAt ? html`<s>${what}</s>` : what
  }</a><br>${order.contractor}${order.endedAt && html`<span class="govuk-hint">${order.endedWhy}</span>`}</li>`;
}
