import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, casePaths, verbatim } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { lookOwed } from '../looks.ts';
import { type Deed, mayFollow } from '../offer.ts';
import type { Deliverer } from '../offer-kind.ts';
import { paths } from '../paths.ts';
import { answersInWords } from '../questions.ts';
import type { SupportCost } from '../store/costs.ts';
import type { Dates } from '../store/dates.ts';
import type { Loan } from '../store/loans.ts';
import type { Offer, OfferStep } from '../store/rows.ts';
import { offerInWords, stepInWords, wayInWords } from '../words.ts';
import { costsPart } from './costs.ts';
import { loansPart } from './loans.ts';
import { dueInWords, stateTag } from './of-case.ts';

/** One offer: how it stands, what may follow, and every step with when it happened and when somebody wrote it down. */
export function offerPage(model: CaseModel, offer: Offer, dates: Dates, more: OfferMore): Html {
  const due = dueInWords(model, offer, dates);
  const clauses = clausesOf(model.pack, offer.kind);
  const { by } = offer.kindOf;
  return html`${caseHead(model, 'Offers', offerInWords(offer))}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: stateTag(offer) } },
    due !== '' && { key: { text: 'Due' }, value: { text: due } },
    by !== null && { key: { text: 'Who brings it about' }, value: { text: deliverers[by] } },
    offer.broughtUp && { key: { text: 'Offered again' }, value: { text: 'They brought it up themselves' } },
    clauses.length > 0 && { key: { text: 'Promised under' }, value: { text: clauses.join(', ') } },
  ],
})}
${waysOn(model, offer)}
${detailsPart(model, offer)}
${costsPart(model, more.costs)}${loansPart(model, offer, more.loans)}
<h2 class="govuk-heading-m">What was said and done</h2>
<ol class="govuk-list govuk-list--spaced">${offer.steps.map((step) => stepShown(model, step))}</ol>
${
  offer.steps.some(({ struck }) => !struck) &&
  html`<p class="govuk-body"><a class="govuk-link" href="${paths.correction(model.file.id, offer.id)}">The last step
    was recorded in error</a></p>`
}`;
}

/** What else belongs to it. */
export interface OfferMore {
  readonly loans: readonly Loan[];
  readonly costs: readonly SupportCost[];
}

const deliverers: Readonly<Record<Deliverer, string>> = {
  us: 'Our own team',
  agency: 'Another agency',
  supplier: 'A supplier',
  stock: 'Our stock: it is lent',
  works: 'A contractor, by an order under Home security',
};

/** The clauses whose promises are counted by this kind, in the landlord’s own policy. */
function clausesOf({ commitments }: Pack, kind: string): readonly string[] {
  const under = commitments.flatMap(({ clauses, measure }) =>
    measure.kind === 'offer' && measure.kinds?.includes(kind) ? clauses : [],
  );
  return [...new Set(under)];
}

const ways: readonly {
  readonly deed: Deed;
  readonly text: string;
  readonly at: 'approval' | 'order' | 'delivery' | 'confirmation' | 'ending';
}[] = [
  { deed: 'approved', text: 'What it may cost', at: 'approval' },
  { deed: 'ordered', text: 'It is on its way', at: 'order' },
  { deed: 'delivered', text: 'It was delivered', at: 'delivery' },
  { deed: 'confirmed', text: 'What they say of it', at: 'confirmation' },
  { deed: 'ended', text: 'It ends', at: 'ending' },
];

/** What may follow now. What may not is not shown: the list would only press. */
function waysOn({ file }: CaseModel, { id, kindOf, state, steps }: Offer): Html {
  const open = ways.filter(({ deed }) => mayFollow(kindOf, state, deed).allowed);
  const answerable = mayFollow(kindOf, state, 'taken').allowed;
  const look = lookOwed(kindOf, steps);
  return html`<div class="govuk-button-group">${
    look && button({ text: 'Look at it again', href: paths.look(file.id, look.id) })
  }${open.map(({ deed, text, at }, index) =>
    button({
      text,
      href: deed === 'ordered' && kindOf.by === 'works' ? paths.works(file.id, id) : paths[at](file.id, id),
      ...((index > 0 || at === 'ending') && { classes: 'govuk-button--secondary' }),
    }),
  )}${
    answerable &&
    button({
      text: 'They decided otherwise',
      href: paths.answer(file.id, id),
      classes: 'govuk-button--secondary',
    })
  }</div>`;
}

function detailsPart({ file }: CaseModel, offer: Offer): Html | undefined {
  const { asks, consent } = offer.kindOf;
  const answered = asks ? answersInWords(asks, offer.details) : [];
  return html`${
    consent &&
    offer.state === 'accepted' &&
    insetText({
      html: html`<p class="govuk-body">Whoever brings it about is told of them only as they agreed, or by a decision
        that stands: <a class="govuk-link" href="${casePaths.sharing(file.id)}">Sharing</a>.</p>`,
    })
  }${
    asks &&
    html`<div class="lintel-heading"><h2 class="govuk-heading-m">What they need of it</h2><a class="govuk-link"
      href="${paths.details(file.id, offer.id)}">${answered.length === 0 ? 'Write it down' : 'Change'}</a></div>
      ${
        answered.length === 0
          ? html`<p class="govuk-body">Nothing is written down. A blank is not a no.</p>`
          : summaryList({
              rows: answered.map(([asked, answer]) => ({
                key: { text: asked },
                value: { html: verbatim(answer) },
              })),
            })
      }`
  }`;
}

/** What happened, when, and when somebody wrote it down: the two may lie far apart. */
function stepShown({ calendar, file }: CaseModel, step: OfferStep): Html {
  const { struckBy } = step;
  const said = stepInWords(step);
  const how = wayInWords(step);
  return html`<li>${struckBy ? html`<s>${said}</s>` : html`<strong>${said}</strong>`}
    <br>${dayOfWeekInWords(step.happenedOn)}${how && html`<br>${how}`}
    ${
      step.shareId &&
      html`<br><a class="govuk-link" href="${`${casePaths.overview(file.id)}/shares/${step.shareId}`}">The decision</a>`
    }${step.words.trim() !== '' && verbatim(step.words)}
    <span class="govuk-hint">Recorded ${momentInWords(step.recordedAt, calendar)} by
      ${step.recordedByName ?? 'Lintel'}</span>${
        struckBy &&
        html`<span class="govuk-hint">Struck out ${momentInWords(struckBy.recordedAt, calendar)} by
          ${struckBy.recordedByName ?? 'Lintel'}: ${struckBy.words}</span>`
      }</li>`;
}
