import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths, verbatim } from '#modules/case-file/pure.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf, tenancyTypes } from '#rules/words.ts';
import { isOver, lastAnswer, standing, stateOf } from '../course.ts';
import { answers, feelings, steps, timeAnswers } from '../kinds.ts';
import { paths } from '../paths.ts';
import { keepsTenure, type Security, securityInWords } from '../security.ts';
import type { Move, MoveStep, Offer } from '../store/rows.ts';
import { offersInShort, sinceTheWish } from './of-case.ts';
import { isByLetting, kindInWords, movesHead, stateTag } from './shared.ts';

/** One move: how it stands, what was offered and what they say to it, and what is done by whom. */
export function movePage(model: CaseModel, move: Move): Html {
  const state = stateOf(move.steps);
  const wanted = [
    ['How many bedrooms they need', move.bedrooms === null ? 'Not known yet' : String(move.bedrooms)],
    ['What the home must have', move.adaptations || 'Not known yet'],
    ['Schools', move.schools || 'Not known yet'],
    ['With whom', move.withWhom || 'Not known yet'],
    ['Offers', offersInShort(move)],
  ] as const;
  // Of whoever moved in as a new customer nothing of this was asked in the case.
  const rest = isByLetting(move) ? [] : wanted;
  return html`${movesHead(model, kindInWords(move))}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: stateTag(state, move) } },
    {
      key: { text: isByLetting(move) ? 'How it began' : 'What they said' },
      value: { html: verbatim(move.words) },
    },
    { key: { text: 'Time' }, value: { text: sinceTheWish(move) } },
    ...rest.map(([key, text]) => ({ key: { text: key }, value: { text } })),
    {
      key: { text: 'Written down' },
      value: {
        text: `${momentInWords(move.recordedAt, model.calendar)} by ${move.recordedByName ?? 'Lintel'}`,
      },
    },
  ],
})}
${ways(model, move)}
${!isByLetting(move) && offersShown(model, move)}
${history(model, move)}`;
}

function ways({ file }: CaseModel, move: Move): Html {
  const state = stateOf(move.steps);
  const link = (text: string, href: string, first = false) =>
    button({ text, href, ...(!first && { classes: 'govuk-button--secondary' }) });
  const { id } = move;
  const offered = !isOver(state) && link('A home is offered', paths.newOffer(file.id, id), true);
  return html`<div class="govuk-button-group">${offered}${
    state === 'moved' && link('Ask whether they feel safe there', paths.felt(file.id, id), true)
  }${link('Write down what was done or agreed', paths.step(file.id, id))}${
    state === 'moved' && link('Where they live now', casePaths.newHome(file.id))
  }</div>`;
}

function offersShown(model: CaseModel, move: Move): Html {
  return html`<h2 class="govuk-heading-m">Homes that were offered</h2>
<p class="govuk-body">A refusal for safety counts against no limit of offers, and nobody has to prove it.</p>${
    move.offers.length === 0
      ? html`<p class="govuk-body">None yet.</p>`
      : move.offers.map((offer) => offerShown(model, move, offer))
  }`;
}

function offerShown({ file, calendar }: CaseModel, move: Move, offer: Offer): Html {
  const last = lastAnswer(offer);
  const [lesser] = offer.lesser;
  const waits = lesser?.decision === null;
  const open = !isOver(stateOf(move.steps));
  const mayPut =
    open && last === null && !keepsTenure(offer.security) && !waits && lesser?.decision !== 'approved';
  return html`<h3 class="govuk-heading-s">${offer.home}</h3>${
    !keepsTenure(offer.security) && warningText({ text: `${securityInWords[offer.security]}.` })
  }${summaryList({
    rows: [
      { key: { text: 'Offered' }, value: { text: offeredInWords(offer) } },
      {
        key: { text: 'Tenancy' },
        value: {
          text: `${labelOf(tenancyTypes, offer.offeredType)}; they hold: ${labelOf(tenancyTypes, offer.heldType)}. ${
            securityInWords[offer.security]
          }.`,
        },
      },
      offer.timeCounts !== '' && {
        key: { text: 'Time of a trial counts' },
        value: { text: labelOf(timeAnswers, offer.timeCounts) },
      },
      offer.words !== '' && { key: { text: 'More' }, value: { html: verbatim(offer.words) } },
      lesser && {
        key: { text: 'Lesser security' },
        value: {
          html: html`<a class="govuk-link" href="${paths.decision(file.id, lesser.id)}">${
            waits ? 'A manager decides' : lesserBecame[lesser.decision ?? 'withdrawn']
          }</a>`,
        },
      },
      ...offer.answers.map((each) => ({
        key: { text: dateInWords(each.answeredOn) },
        value: {
          html: html`<strong>${labelOf(answers, each.answer)}</strong>${each.words !== '' && verbatim(each.words)}<span
            class="govuk-hint">Written down ${momentInWords(each.recordedAt, calendar)} by ${
              each.recordedByName ?? 'Lintel'
            }</span>`,
        },
      })),
    ],
  })}${
    open &&
    html`<div class="govuk-button-group">${button({
      text: last === null ? 'What they say to it' : 'They say something else now',
      href: paths.answer(file.id, offer.id),
      classes: 'govuk-button--secondary',
    })}${
      mayPut &&
      button({
        text: 'They would like it all the same',
        href: paths.lesser(file.id, offer.id),
        classes: 'govuk-button--secondary',
      })
    }</div>`
  }`;
}

const lesserBecame = {
  approved: 'A manager agreed',
  declined: 'A manager did not agree',
  withdrawn: 'Taken back',
} as const;

function offeredInWords({ offeredOn, landlord, recordedByName }: Offer): string {
  const by = landlord === '' ? '' : ` by ${landlord}`;
  return `${dateInWords(offeredOn)}${by}; written down by ${recordedByName ?? 'Lintel'}`;
}

function history({ calendar }: CaseModel, move: Move): Html {
  const { steps: written } = move;
  const stands = new Set(standing(written).map(({ id }) => id));
  const struck = ({ id, step }: MoveStep) => !stands.has(id) && step !== 'corrected';
  return html`<h2 class="govuk-heading-m">What was done and agreed</h2>${
    written.length === 0
      ? html`<p class="govuk-body">Nothing yet.</p>`
      : table({
          caption: 'What was done and agreed, the latest first',
          captionClasses: 'govuk-visually-hidden',
          head: [{ text: 'When, and who' }, { text: 'What' }],
          rows: written.toReversed().map((each) => [
            {
              html: html`${dateInWords(each.dayOn)}<br><span class="govuk-hint">Written down
                ${momentInWords(each.recordedAt, calendar)} by ${each.recordedByName ?? 'Lintel'}</span>`,
            },
            {
              html: html`${struck(each) ? html`<s>${stepInWords(each, move)}</s>` : stepInWords(each, move)}${
                each.words !== '' && verbatim(each.words)
              }`,
            },
          ]),
        })
  }`;
}

function stepInWords({ step, who, dayOn, outcome }: MoveStep, move: Move): string {
  if (step === 'felt') return `In the new home: ${labelOf(feelings, outcome)}`;
  if (step === 'next') return `Agreed: ${who} does it, by ${dateInWords(dayOn)}`;
  const label = labelOf(steps, step);
  if (step !== 'moved') return label;
  if (isByLetting(move)) return 'They were to move in, as was agreed at the letting';
  return outcome === 'not_compared'
    ? `${label}: for a time, and their tenancy is kept`
    : `${label}. ${securityInWords[outcome as Security]}`;
}
