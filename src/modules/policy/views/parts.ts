import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';

/** A moment as people read it, on the clock of the office's wall. */
export type When = (instant: Temporal.Instant) => string;

/** A policy by its title, publisher and version; by its id where it is not at hand any more. */
export function policyName(pack: Pack | undefined, packId: string, version = pack?.version): string {
  return pack ? `${pack.publisher}: ${pack.title}, version ${version}` : `${packId}, version ${version}`;
}

/** What a change of policy means for what has begun. */
export const whatFollows = html`<h2 class="govuk-heading-m">What a change means</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Promises that run keep their terms, and the time by which they are due.</li>
<li>From midnight of the day on, words, gates, office hours, the clauses on which a refusal rests and new
promises are those of the new policy, in open cases too.</li>
<li>Each entry of a chronology says under which policy it was written.</li>
<li>The policy board shows the clauses of the policy that holds, and apart from them what an earlier one promised.</li>
</ul>`;

export function day(date: Temporal.PlainDate): string {
  return dateInWords(date);
}

export function linkTo(href: string, text: string): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}
