import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { type OfferState, type Stood, stateInWords } from '../offer.ts';
import { paths } from '../paths.ts';
import type { Dates } from '../store/dates.ts';
import type { Offer } from '../store/rows.ts';
import { offerInWords } from '../words.ts';

/** In the order in which somebody has something to do; what they decided against stands last, and is no failure. */
const parts: readonly {
  readonly heading: string;
  readonly hint?: string;
  readonly states: readonly OfferState[];
}[] = [
  { heading: 'Owed to them', states: ['accepted', 'approved', 'ordered'] },
  {
    heading: 'To hear from them',
    hint: 'Delivered, as we or a contractor say. Only they can say that it came and is right.',
    states: ['delivered', 'unasked'],
  },
  {
    heading: 'Later, or told of it',
    hint: 'Nobody presses. A day stands only where they agreed to it.',
    states: ['later', 'offered'],
  },
  { heading: 'Confirmed by them', states: ['confirmed'] },
  {
    heading: 'Not for them, or ended',
    hint: 'Their decisions count as much as anything else, and are not brought up again unless they do.',
    states: ['declined', 'ended', 'in_error'],
  },
];

/** What was offered in a case, by what is to be done about it. */
export function casePage(model: CaseModel, offers: readonly Offer[], dates: Dates): Html {
  const { id } = model.file;
  return html`${caseHead(model, 'Offers', 'Offers', button({ text: 'Offer something', href: paths.newOffer(id) }))}
${
  offers.length === 0
    ? html`<p class="govuk-body">Nothing is recorded as offered yet. What is offered is theirs to take, to think
        about or to leave.</p>`
    : parts.map((part) => partOf(model, part, offers, dates))
}`;
}

function partOf(
  model: CaseModel,
  { heading, hint, states }: (typeof parts)[number],
  offers: readonly Offer[],
  dates: Dates,
): Html | undefined {
  const these = offers.filter(({ state }) => states.includes(state));
  if (these.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">${heading}</h2>${hint && html`<p class="govuk-hint">${hint}</p>`}${table(
    {
      caption: heading,
      captionClasses: 'govuk-visually-hidden',
      classes: 'lintel-table--cards lintel-table--brief',
      head: [{ text: 'What' }, { text: 'How it stands' }, { text: 'Since' }, { text: 'Due' }],
      rows: these.map((offer) => {
        const last = offer.steps.findLast(({ struck }) => !struck);
        return [
          {
            html: html`<a class="govuk-link" href="${paths.offer(model.file.id, offer.id)}">${offerInWords(offer)}</a>`,
            classes: 'lintel-cell--line',
          },
          { html: stateTag(offer), classes: 'lintel-cell--bare' },
          { text: dayOfWeekInWords(last?.happenedOn ?? offer.offeredOn) },
          { text: dueInWords(model, offer, dates) },
        ];
      }),
    },
  )}`;
}

/** One colour for every decision of theirs, another only where something is owed. */
export function stateTag(stood: Stood): Html {
  const { state } = stood;
  const owed = state === 'accepted' || state === 'approved' || state === 'ordered';
  const colour = owed ? 'govuk-tag--yellow' : state === 'confirmed' ? 'govuk-tag--green' : 'govuk-tag--blue';
  return tag({ text: stateInWords(stood), classes: colour });
}

/** By when the next thing about it is owed. */
export function dueInWords(model: Pick<CaseModel, 'calendar' | 'now'>, offer: Offer, dates: Dates): string {
  const dueAt = nextDue(offer, dates);
  if (dueAt === null) return '';
  const overdue = Temporal.Instant.compare(dueAt, model.now) < 0;
  return `${overdue ? 'Overdue since ' : ''}${momentInWords(dueAt, model.calendar)}`;
}

export function nextDue({ steps }: Offer, dates: Dates): Temporal.Instant | null {
  const due = steps.flatMap(({ id, struck }) => (struck ? [] : (dates.get(id) ?? [])));
  return due.toSorted(Temporal.Instant.compare)[0] ?? null;
}
