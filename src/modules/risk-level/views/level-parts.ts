import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { RiskLevel } from '#rules/facts.ts';
import { levelLabel, levelWords } from '../level.ts';
import type { Route } from '../rating.ts';
import { routeInWords } from '../rating-words.ts';

const colours: Readonly<Record<RiskLevel, string>> = {
  standard: 'govuk-tag--blue',
  medium: 'govuk-tag--orange',
  high: 'govuk-tag--red',
};

/** The level as a word; the colour only repeats it. */
export function levelTag(level: RiskLevel | null): Html {
  return tag({ text: levelLabel(level), classes: level ? colours[level] : 'govuk-tag--grey' });
}

export function levelMeans(level: RiskLevel): string {
  return levelWords[level].means;
}

/** Every route to a level, each with what it rests on. */
export function routeList(routes: readonly Route[]): Html | undefined {
  if (routes.length === 0) return undefined;
  return html`<ul class="govuk-list govuk-list--bullet">${routes.map((route) => {
    const { says, source } = routeInWords(route);
    return html`<li>${says}: <strong>${levelLabel(route.level).toLowerCase()}</strong>.<br><span class="govuk-hint">${source}</span></li>`;
  })}</ul>`;
}
