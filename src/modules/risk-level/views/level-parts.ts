import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { RiskLevel } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { levelLabel, levelWords } from '../level.ts';
import type { Route } from '../rating.ts';
import { routeInWords } from '../rating-words.ts';
import type { Rating } from '../store/ratings.ts';

const colours: Readonly<Record<RiskLevel, string>> = {
  standard: 'govuk-tag--blue',
  medium: 'govuk-tag--orange',
  high: 'govuk-tag--red',
};

/** The level as a word; the colour only repeats it. */
export function levelTag(level: RiskLevel | null): Html {
  return tag({ text: levelLabel(level), classes: level ? colours[level] : 'govuk-tag--grey' });
}

/** What stands, and whether anybody has judged it: a proposed standard is no calm blue. */
export function ratingTag({ level, judgedBy }: Pick<Rating, 'level' | 'judgedBy'>): Html {
  if (judgedBy !== null) return levelTag(level);
  const calm = level === 'standard';
  return tag({
    text: `${levelLabel(level)}, proposed`,
    classes: calm ? 'govuk-tag--yellow' : colours[level],
  });
}

/** "Judged by Ada on 3 July"; "Proposed on 3 July. Nobody has judged it yet." */
export function signedInWords(rating: Rating, calendar: WorkingCalendar): string {
  const { how, judgedBy, judgedByName, judgedAt, ratedAt } = rating;
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  if (judgedBy === null) {
    const since = how === 'reopened' ? 'since the case was opened again' : 'yet';
    return `Proposed on ${when(ratedAt)}. Nobody has judged it ${since}.`;
  }
  const by = judgedByName ?? 'a colleague';
  const first = `${how === 'lowered' ? 'Lowered, and confirmed' : 'Judged'} on ${when(judgedAt ?? ratedAt)} by ${by}.`;
  return how === 'kept' ? `${first} Looked at again on ${when(ratedAt)}.` : first;
}

export function levelMeans(level: RiskLevel): string {
  return levelWords[level].means;
}

/** Every route to a level, each with what it rests on. */
export function routeList(routes: readonly Route[]): Html | undefined {
  if (routes.length === 0) return undefined;
  return html`<ul class="govuk-list govuk-list--bullet">${routes.map((route) => {
    const { says, source } = routeInWords(route);
    return html`<li>${says}: <strong>${levelLabel(route.level).toLowerCase()}</strong>.<br><span
      class="govuk-hint">${source}</span></li>`;
  })}</ul>`;
}
