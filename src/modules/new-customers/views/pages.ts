import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Words } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { fewest, lettingsOf, shownTogether, toTalkAbout, whyNots } from '../asking.ts';
import { paths } from '../paths.ts';
import type { Asker, LettingMonth } from '../store/figures.ts';
import type { Letting } from '../store/lettings.ts';

interface At {
  readonly today: Temporal.PlainDate;
  /** They read how often it is asked. */
  readonly reviews: boolean;
}

function standing(letting: Letting, today: Temporal.PlainDate): Html {
  const { asked, handedOn, whyNot, movesInOn } = letting;
  if (handedOn) return html`Asked, and handed on`;
  if (asked) return html`Asked`;
  const late = Temporal.PlainDate.compare(movesInOn, today) < 0;
  return html`${tag({
    text: late ? 'Not asked before the move' : 'To be asked',
    classes: late ? 'govuk-tag--red' : 'govuk-tag--yellow',
  })}${whyNot && html`<br><span class="govuk-hint">${labelOf(whyNots, whyNot)}</span>`}`;
}

/** Lettings at which somebody is to be asked, and those at which whoever is signed in asked. */
export function lettingsPage(lettings: readonly Letting[], { today, reviews }: At): Html {
  return html`<h1 class="govuk-heading-l">New lettings</h1>
<p class="govuk-body">Everybody who moves in is asked, alone, whether they live with abuse or did: so that support comes
  before the move. Tell of each letting as soon as it is agreed. What they answer is never kept here.</p>
${button({ text: 'Tell of a letting', href: paths.tell })}${
  reviews &&
  html`<p class="govuk-body"><a class="govuk-link" href="${paths.figures}">How often it is asked</a></p>`
}${
  lettings.length === 0
    ? html`<p class="govuk-body">No letting has been told of yet.</p>`
    : table({
        caption: 'Lettings, those to be asked first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        firstCellIsHeader: true,
        head: ['Letting', 'They move in', 'The question'].map((text) => ({ text })),
        rows: lettings.map((letting) => [
          { html: html`<a class="govuk-link" href="${paths.letting(letting.id)}">${letting.reference}</a>` },
          { text: dateInWords(letting.movesInOn) },
          { html: standing(letting, today) },
        ]),
      })
}`;
}

/** How to ask, and the ways on. */
export function lettingPage(letting: Letting, words: Words): Html {
  const { id, reference, movesInOn, asked, handedOn } = letting;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Letting ${reference}</h1>
<p class="govuk-body">They move in on ${dateInWords(movesInOn)}.</p>
${
  asked
    ? html`<p class="govuk-body"><strong>${handedOn ? 'Asked, and handed on.' : 'Asked.'}</strong></p>`
    : howToAsk(words)
}
${
  handedOn
    ? html`<p class="govuk-body">The team has it. Ask them nothing more about it, and tell nobody of it.</p>`
    : html`${
        asked &&
        html`<p class="govuk-body">If they come back to it and want somebody to contact them, hand it on.</p>`
      }${button({
        text: 'They want it handed on',
        href: paths.handOn(id),
        ...(asked && { classes: 'govuk-button--secondary' }),
      })}`
}${
  !asked && button({ text: 'Anything else', href: paths.answer(id), classes: 'govuk-button--secondary' })
}</div></div>`;
}

function howToAsk({ person }: Words): Html {
  return html`<h2 class="govuk-heading-m">First</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Ask each adult by themselves. Nobody may hear, on a phone neither: no partner, no relative, no child who could
  repeat it.</li>
<li>Where they need an interpreter, ring a professional one. Nobody of the family, no friend, no colleague.</li>
<li>Where it cannot be so today, do not ask. Say why not, and try again before they move in.</li>
</ul>
<h2 class="govuk-heading-m">Say</h2>
${insetText({
  html: html`<p class="govuk-body">“We ask everybody who moves in, and you need not answer. Has anybody close to you,
  now or before, hurt you, frightened you, or controlled what you do or your money? If you like, somebody who knows
  about this can contact you before you move, in a way that is safe for you. It changes nothing about your home.”</p>`,
})}
<ul class="govuk-list govuk-list--bullet">
<li>“No” and “I would rather not say” are answers. Ask once, and do not press.</li>
<li>If a ${person} wants nothing handed on, write down nothing of what they said, here or anywhere else.</li>
<li>If anybody is in danger now, call 999. If a child or an adult is at risk,
  <a class="govuk-link" href="/concerns/new">report it at once</a>, whatever they answer: that needs no consent.</li>
</ul>`;
}

const tooFew = `Of fewer than ${fewest}`;
const keptBack = 'Not shown';

/** How often it is asked, for managers: of nobody who moved in. */
export function figuresPage(months: readonly LettingMonth[], askers: readonly Asker[]): Html {
  return html`<h1 class="govuk-heading-l">Asked at lettings</h1>
<p class="govuk-body">Of the lettings that Lintel was told of: hold the numbers against those of your housing system,
  for of a letting that nobody told of nobody was asked. What is blank when they move in counts as not asked. Answers
  are shown once a month is over, and only where none is of fewer than ${fewest}, or of everybody who was asked.</p>
${months.length === 0 ? html`<p class="govuk-body">No month with lettings is over yet.</p>` : byMonth(months)}
${askers.length === 0 ? html`` : byColleague(askers)}`;
}

function byMonth(months: readonly LettingMonth[]): Html {
  return table({
    caption: 'By month',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: [
      ...['Month', 'Told of', 'Asked before', 'Asked after', 'Not asked', 'Not safe to ask', 'Fell through'],
      ...['Yes', 'No', 'Rather not say'],
    ].map((text) => ({ text })),
    rows: months.map((of) => {
      const said = [of.yes, of.no, of.ratherNot];
      const shown = shownTogether(said);
      return [
        { text: of.month.toLocaleString('en-GB', { month: 'long', year: 'numeric' }) },
        ...[of.told, of.asked, of.late, of.notAsked, of.notSafe, of.fellThrough].map((text) => ({ text })),
        ...said.map((text) => ({ text: shown ? text : keptBack })),
      ];
    }),
  });
}

function byColleague(askers: readonly Asker[]): Html {
  const share = (part: number, all: number) => (all < fewest ? tooFew : `${Math.round((part * 100) / all)}%`);
  return html`${table({
    caption: 'By colleague, within twelve months',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: ['Who', 'Lettings', 'Not asked', 'Not safe to ask', 'Fell through'].map((text) => ({ text })),
    rows: askers.map((of) => {
      const all = lettingsOf(of);
      return [
        {
          html: html`${of.name}${toTalkAbout(of).map(
            (what) => html` ${tag({ text: what, classes: 'govuk-tag--red' })}`,
          )}`,
        },
        { text: all },
        { text: share(of.notAsked, all) },
        { text: share(of.notSafe, all) },
        { text: of.fellThrough },
      ];
    }),
  })}<p class="govuk-body">It is a reason to talk, and proof of nothing: whose lettings are in a refuge hears more, and
  whoever asks with the family in the room hears “no”. Never ask a colleague for more of one answer.</p>`;
}
