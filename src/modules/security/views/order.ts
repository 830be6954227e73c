import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import type { Offer } from '#modules/support/index.ts';
import { offerInWords, supportPaths } from '#modules/support/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { conflictAnswers, jobOf, thereAnswers, toldInLines, twoPeople } from '../order.ts';
import { paths } from '../paths.ts';
import type { Conflict } from '../store/conflicts.ts';
import type { Contractor } from '../store/contractors.ts';
import type { WorksAnswer, WorksLink } from '../store/links.ts';
import type { Order } from '../store/orders.ts';
import type { Telling } from '../telling.ts';
import { goesToAnother } from './goes-to-another.ts';
import { linksShown } from './links.ts';

export interface OrderFacts {
  readonly offer: Offer;
  readonly contractors: readonly Contractor[];
  readonly telling: Telling;
}

/** Who comes, when, and what they are told: neutral words, and nobody’s story. */
export function newOrderPage(
  model: CaseModel,
  formModel: FormModel,
  { offer, contractors }: OrderFacts,
): Html {
  const { form } = formModel;
  const head = html`${caseHead(model, 'Home security', 'Order it')}
<p class="govuk-body"><strong>${offerInWords(offer)}</strong></p>`;
  if (contractors.length === 0)
    return html`${head}<p class="govuk-body">No contractor may be sent. An administrator keeps who may, under Settings,
      Contractors.</p>`;
  const line = (name: string, text: string, hint?: string, classes?: string) =>
    input({
      ...kept(form, name),
      label: { text, classes: 'govuk-label--s' },
      ...(hint !== undefined && { hint: { text: hint } }),
      ...(classes && { classes }),
      autocomplete: 'off',
    });
  const ask = (name: string, text: string, choices: Parameters<typeof items>[0], hint?: string) =>
    radios({
      ...kept(form, name),
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      ...(hint !== undefined && { hint: { text: hint } }),
      classes: 'govuk-radios--small',
      items: items(choices),
    });
  return html`${head}
${insetText({
  text: `They are told: ${jobOf(offer.kind)}. Never why or of whom anybody is afraid, and no name but the one agreed.`,
})}
${caseForm(
  formModel,
  'Order it',
  html`${radios({
    ...kept(form, 'contractor'),
    fieldset: { legend: { text: 'Who does it?', classes: 'govuk-fieldset__legend--s' } },
    items: contractors.map(({ id, name, vettedUntil }) => ({
      value: id,
      text: name,
      hint: { text: `Looked into until ${dayOfWeekInWords(vettedUntil)}` },
    })),
  })}${ask(
    'conflict',
    'Does somebody there know whoever they fear?',
    conflictAnswers,
    'Ask them: a relative, a friend or a neighbour of that person may work there',
  )}${textarea({
    ...kept(form, 'conflictSaid'),
    label: { text: 'What they said of it', classes: 'govuk-label--s' },
    rows: 2,
  })}${dayInput(form, 'happens', { legend: 'On which day, as they agreed?' })}${line(
    'from',
    'From',
    'For example 10:00',
    'govuk-input--width-5',
  )}${line('to', 'Until', undefined, 'govuk-input--width-5')}${ask(
    'there',
    'Will whoever they fear be there then?',
    thereAnswers,
  )}${ask('two', 'Do two people come?', twoPeople)}${textarea({
    ...kept(form, 'address'),
    label: { text: 'Where they come to', classes: 'govuk-label--s' },
    rows: 4,
  })}${line('askFor', 'The name to ask for, as they agreed', 'Empty if none: a first name, or another one')}${textarea(
    {
      ...kept(form, 'details'),
      label: { text: 'What else they must know to do it', classes: 'govuk-label--s' },
      hint: { text: 'Which door, which side, what to bring. It is looked through for what it would tell' },
      rows: 3,
    },
  )}${textarea({
    ...kept(form, 'outsideWhy'),
    label: {
      text: 'Only if it is against what was agreed about visits: how they agreed to it',
      classes: 'govuk-label--s',
    },
    rows: 2,
  })}`,
)}`;
}

export function whenInWords({
  dayOn,
  fromTime,
  toTime,
}: Pick<Order, 'dayOn' | 'fromTime' | 'toTime'>): string {
  return `On ${dayOfWeekInWords(dayOn)}, between ${fromTime} and ${toTime}.`;
}

export interface OrderShown {
  /** Nobody of that contractor may be sent any more, and it stands with them still. */
  readonly goes: boolean;
  readonly links: readonly WorksLink[];
  readonly answers: readonly WorksAnswer[];
  readonly form: Pick<FormModel, 'csrf' | 'submissionId'>;
  /** There is a site that a link opens, and mail that takes it. */
  readonly offered: boolean;
  readonly today: Temporal.PlainDate;
}

/** One order: what they are told, and nothing more is said to them. */
export function orderPage(model: CaseModel, order: Order, shown: OrderShown): Html {
  const { id } = model.file;
  const open = order.endedAt === null;
  return html`${caseHead(model, 'Home security', order.job)}
${summaryList({
  rows: [
    { key: { text: 'Who' }, value: { text: `${order.contractor}, ${order.contractorPhone}` } },
    {
      key: { text: 'Ordered' },
      value: {
        text: `${momentInWords(order.placedAt, model.calendar)} by ${order.placedByName ?? 'Lintel'}`,
      },
    },
    { key: { text: 'Who works there, as they say' }, value: { text: order.conflictSaid } },
    order.outsideWhy !== '' && {
      key: { text: 'Against what was agreed about visits' },
      value: { text: order.outsideWhy },
    },
    !open && {
      key: { text: 'Nobody comes' },
      value: { text: `${order.endedWhy} (${order.endedByName ?? 'Lintel'})` },
    },
  ],
})}
${shown.goes ? goesToAnother(model, order) : toldShown(order)}
${
  open &&
  !shown.goes &&
  shown.offered &&
  Temporal.PlainDate.compare(shown.today, order.dayOn) <= 0 &&
  html`<p class="govuk-body"><a class="govuk-link" href="${paths.orderLink(id, order.id)}">${
    shown.links.some(({ orderId }) => orderId === order.id) ? 'Send another link' : 'Send it as a link'
  }</a></p>`
}
${linksShown(model, order, shown.links, shown.answers, shown.form)}
<p class="govuk-body">That it was done, and what the person says of it, stands with <a class="govuk-link"
  href="${supportPaths.offer(id, order.offerId)}">the offer</a>. Only they confirm it.</p>
${open && button({ text: 'Nobody comes', href: paths.orderEnding(id, order.id), classes: 'govuk-button--secondary' })}`;
}

function toldShown(order: Order): Html {
  return html`<h2 class="govuk-heading-m">What they are told</h2>
<p class="govuk-body">Ring them and read it out, or send it as a link. Say no more than this, whatever they ask.</p>
${insetText({
  html: html`${toldInLines(order, whenInWords(order)).map((text) => html`<p class="govuk-body">${text}</p>`)}`,
})}`;
}

export function orderEndingPage(model: CaseModel, formModel: FormModel, order: Order): Html {
  return html`${caseHead(model, 'Home security', 'Nobody comes')}
<p class="govuk-body">${order.contractor}: ${order.job}. ${whenInWords(order)} Ring them too. What was promised is owed
  as before.</p>
${caseForm(
  formModel,
  'End it',
  textarea({ ...kept(formModel.form, 'why'), label: { text: 'Why?', classes: 'govuk-label--s' }, rows: 3 }),
)}`;
}

export function conflictEndingPage(model: CaseModel, formModel: FormModel, { contractor }: Conflict): Html {
  return html`${caseHead(model, 'Home security', 'It is not so any more')}
<p class="govuk-body">${contractor} may be sent again in this case, if they say so.</p>
${caseForm(
  formModel,
  'Save',
  textarea({
    ...kept(formModel.form, 'why'),
    label: { text: 'What do they say now?', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
