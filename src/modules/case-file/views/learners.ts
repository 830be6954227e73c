import { details } from '#kit/components/details.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { Learner } from '#rules/learner.ts';
import { type LearntOver, type Named, together } from '#rules/learners-together.ts';
import { momentInWords } from '#rules/moment.ts';

export interface ShownBefore {
  readonly learners: readonly Learner[];
  readonly shownAt: Temporal.Instant;
  readonly shownByName: string | null;
}

interface Options {
  /** Of the headings of its groups: one below the heading above it. */
  readonly headingLevel?: 2 | 3 | 4;
}

/** Who would learn this: seen before the button, never behind something to open. */
export function learnersList(learners: readonly Learner[], options: Options = {}): Html {
  return learnersByWay([{ way: '', learners }], options);
}

/** By several ways: whom they fear, then who would or could see it, then once what nobody knows, by which ways. */
export function learnersByWay(by: readonly LearntOver[], { headingLevel = 3 }: Options = {}): Html {
  const { feared, known, unknown } = together(by);
  const heading = (text: string) =>
    html`<h${headingLevel} class="govuk-heading-s">${text}</h${headingLevel}>`;
  return html`<div class="lintel-learners">${
    feared.length > 0 && html`${heading('Whom they fear')}${listOf(feared)}`
  }${known.length > 0 && html`${heading('Who would see it, or could')}${listOf(known)}`}${
    unknown.length > 0 &&
    html`${heading('What nobody knows')}<ul class="govuk-list govuk-list--bullet">${unknown.map(
      ({ who, why, said }) =>
        html`<li><strong>${who.join('; ')}</strong>${inBrackets(waysOf(said))}: ${[
          why,
          ...said.map(({ text }) => text),
        ]
          .filter(Boolean)
          .join(' ')}</li>`,
    )}</ul>`
  }</div>`;
}

/** Everybody by name before the button, and folded below it why: for a page whose words are read first. */
export function learnersInShort(by: readonly LearntOver[]): Html {
  const { feared, known, unknown } = together(by);
  const row = (text: string, named: readonly Named[]) =>
    named.length > 0 && {
      key: { text },
      value: { html: html`<ul class="govuk-list">${named.map(inShort)}</ul>` },
    };
  return html`${summaryList({
    classes: 'lintel-learners',
    rows: [
      row('Whom they fear', feared),
      row('Who would see it, or could', known),
      row(
        'What nobody knows',
        unknown.map((each) => ({ ...each, unknown: false })),
      ),
    ],
  })}${details({ summaryText: 'Why each of them', html: learnersByWay(by) })}`;
}

function inShort({ who, said, unknown }: Named): Html {
  return html`<li>${who.join('; ')}${inBrackets(waysOf(said))}${unknown && html`: <strong>not known</strong>`}</li>`;
}

function listOf(named: readonly Named[]): Html {
  return summaryList({
    rows: named.map(({ who, why, said, unknown }) => ({
      key: { text: who.join('; ') },
      value: { html: html`${unknown && html`<strong>Not known.</strong> `}${saidInWords(why, said)}` },
    })),
  });
}

function saidInWords(why: string, said: Named['said']): Html {
  const [only] = said;
  if (said.length === 1 && only) {
    const { ways, text } = only;
    const words = [why, text].filter(Boolean).join(' ');
    return ways.length === 0 ? html`${words}` : html`${listed(ways)}: ${startsSmall(words)}`;
  }
  return html`${why}<ul class="govuk-list lintel-learners__ways">${said.map(({ ways, text }) => {
    const by = listed(ways);
    return html`<li>${by === '' ? text : text === '' ? by : html`${by}: ${startsSmall(text)}`}</li>`;
  })}</ul>`;
}

/** `Handed over, by post`. */
function listed(ways: readonly string[]): string {
  return ways.map((way, nth) => (nth === 0 ? way : startsSmall(way))).join(', ');
}

function startsSmall(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function waysOf(said: Named['said']): readonly string[] {
  return said.some(({ ways }) => ways.length === 0) ? [] : [...new Set(said.flatMap(({ ways }) => ways))];
}

function inBrackets(ways: readonly string[]): string {
  return ways.length === 0 ? '' : ` (${startsSmall(listed(ways))})`;
}

/** Above the page, where what was looked at is not what stands there now. */
export const lookAgain = insetText({
  html: html`<h2 class="govuk-heading-s">This has changed since you opened the page</h2>
<p class="govuk-body">Who would learn it, and what it says, stand below as they are now. What you typed is kept: look
  again before anything leaves.</p>`,
});

/** What was shown before something left; nothing where it left before that was kept. */
export function learnersKept(learners: readonly Learner[]): Html | undefined {
  if (learners.length === 0) return undefined;
  return details({ summaryText: 'Who would learn this, as it was shown', html: learnersList(learners) });
}

/** Each time at which somebody read it before, with what stood there then. */
export function shownBeforeList(before: readonly ShownBefore[], calendar: WorkingCalendar): Html | undefined {
  if (before.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Read before</h2>
<ul class="govuk-list">${before.map(
    ({ learners, shownAt, shownByName }) =>
      html`<li>${momentInWords(shownAt, calendar)}, by ${shownByName ?? 'Lintel'}${learnersKept(learners)}</li>`,
  )}</ul>`;
}
