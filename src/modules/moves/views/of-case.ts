import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths, verbatim } from '#modules/case-file/pure.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { daysToMove, lastAnswer, refusals, stateOf } from '../course.ts';
import { awayEndings, placeKinds, whereabouts } from '../kinds.ts';
import { paths } from '../paths.ts';
import type { Away } from '../store/away.ts';
import type { PlaceToAvoid } from '../store/places.ts';
import type { Move } from '../store/rows.ts';
import { isByLetting, kindInWords, movesHead, stateTag } from './shared.ts';

export interface MovesShown {
  readonly moves: readonly Move[];
  readonly places: readonly PlaceToAvoid[];
  readonly away: readonly Away[];
}

/** Where they would like to live, and must not; that they are away, and keep their home (V4.3d, V4.3e, L2.7i). */
export function movesPage(model: CaseModel, { moves, places, away }: MovesShown): Html {
  const { file } = model;
  return html`${movesHead(
    model,
    'Moves',
    file.closedAt ? undefined : button({ text: 'They would like to move', href: paths.begin(file.id) }),
  )}
<p class="govuk-body">Whether to stay or to move is theirs to decide, and so is to change their mind. <a
  class="govuk-link" href="${casePaths.moveChecks(file.id)}">What lettings asked about them</a></p>
${awayShown(model, away)}
${
  moves.length === 0
    ? html`<p class="govuk-body">No move is wished for. To stay is as right as to go.</p>`
    : movesShown(model, moves)
}
${placesShown(model, places)}`;
}

function movesShown({ file }: CaseModel, moves: readonly Move[]): Html {
  return table({
    caption: 'Moves, the latest first',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    head: [{ text: 'Which' }, { text: 'How it stands' }, { text: 'Since the wish' }, { text: 'Offers' }],
    rows: moves.map((move) => [
      { html: html`<a class="govuk-link" href="${paths.move(file.id, move.id)}">${kindInWords(move)}</a>` },
      { html: stateTag(stateOf(move.steps), move) },
      { text: sinceTheWish(move) },
      { text: offersInShort(move) },
    ]),
  });
}

export function sinceTheWish(move: Pick<Move, 'kind' | 'wishedOn' | 'steps'>): string {
  const { wishedOn, steps } = move;
  if (isByLetting(move)) return `To move in on ${dateInWords(wishedOn)}, as was agreed at the letting`;
  const days = daysToMove(wishedOn, steps);
  const wished = `Wished for on ${dateInWords(wishedOn)}`;
  return days === null ? wished : `${wished}; moved after ${days === 1 ? 'one day' : `${days} days`}`;
}

/** A refusal for safety is said apart: it counts against no limit. */
export function offersInShort({ offers }: Pick<Move, 'offers'>): string {
  if (offers.length === 0) return 'None yet';
  const { counted, forSafety, notSaid } = refusals(offers.map(lastAnswer));
  return [
    `${offers.length} offered`,
    counted > 0 && `${counted} refused for another reason`,
    forSafety > 0 && `${forSafety} refused for safety: counts against no limit`,
    notSaid > 0 && `${notSaid} refused, no reason said: counts against no limit`,
  ]
    .filter(Boolean)
    .join('; ');
}

function awayShown({ file, calendar }: CaseModel, away: readonly Away[]): Html {
  const [last, ...before] = away;
  const stands = last && last.endedAt === null ? last : null;
  const ended = stands ? before : away;
  return html`<h2 class="govuk-heading-m">Away, and the home is kept</h2>${
    stands
      ? html`${insetText({
          html: html`<strong>They keep their tenancy while they are away.</strong>
            ${labelOf(whereabouts, stands.whereabouts)}, since ${dateInWords(stands.since)}. Nobody treats the home as
            abandoned${stands.home && html`: ${stands.home}`}.`,
        })}${
          stands.home === null &&
          warningText({
            text: 'No home on our register is known in this case: nothing can be held back for it. Say which it is.',
          })
        }${stands.words !== '' && verbatim(stands.words)}<p class="govuk-hint">Written down
        ${momentInWords(stands.recordedAt, calendar)} by ${stands.recordedByName ?? 'Lintel'}</p>${button({
          text: 'They are back, or keep it no longer',
          href: paths.endAway(file.id, stands.id),
          classes: 'govuk-button--secondary',
        })}`
      : html`<p class="govuk-body">Nobody has written down that they are away. Whoever goes to a refuge or elsewhere for
          safety keeps their home.</p>${button({
            text: 'They are away',
            href: paths.newAway(file.id),
            classes: 'govuk-button--secondary',
          })}`
  }${
    ended.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${ended.map(
      (each) => html`<li>${labelOf(whereabouts, each.whereabouts)}, from ${dateInWords(each.since)}.
        ${labelOf(awayEndings, each.endedHow ?? '')}, ${each.endedAt && momentInWords(each.endedAt, calendar)}.
        ${each.endedWhy}</li>`,
    )}</ul>`
  }`;
}

function placesShown({ file, calendar }: CaseModel, places: readonly PlaceToAvoid[]): Html {
  const standing = places.filter(({ endedAt }) => endedAt === null);
  const ended = places.filter(({ endedAt }) => endedAt !== null);
  return html`<h2 class="govuk-heading-m">Where they must not be housed</h2>
${
  standing.length === 0
    ? warningText({
        text: 'Nobody has asked them yet, as far as is on record. That is not the same as that there is no such place.',
      })
    : table({
        caption: 'Where they must not be housed, the latest first',
        captionClasses: 'govuk-visually-hidden',
        head: [{ text: 'Where' }, { text: 'Why, and who goes there' }],
        rows: standing.map((each) => [
          {
            html: html`<strong>${each.kind === 'none' ? 'There is no such place' : each.place}</strong><br>${labelOf(
              placeKinds,
              each.kind,
            )}<br><a class="govuk-link" href="${paths.endPlace(file.id, each.id)}">No longer so<span
              class="govuk-visually-hidden">: ${each.place}</span></a>`,
          },
          {
            html: html`${each.whoGoes !== '' && html`${each.whoGoes}<br>`}${verbatim(each.why)}<span
              class="govuk-hint">Asked on ${dateInWords(each.askedOn)}; written down
              ${momentInWords(each.recordedAt, calendar)} by ${each.recordedByName ?? 'Lintel'}</span>`,
          },
        ]),
      })
}${button({
  text: 'Add a place, or that there is none',
  href: paths.newPlace(file.id),
  classes: 'govuk-button--secondary',
})}
${
  ended.length > 0 &&
  html`<h3 class="govuk-heading-s">No longer so</h3><ul class="govuk-list govuk-list--bullet">${ended.map(
    (each) => html`<li><s>${each.kind === 'none' ? 'There is no such place' : each.place}</s>
      ${each.endedAt && momentInWords(each.endedAt, calendar)}, ${each.endedByName ?? 'Lintel'}: ${each.endedWhy}</li>`,
  )}</ul>`
}`;
}
