import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { paths } from '../paths.ts';
import type { System } from '../store/systems.ts';
import { owed, standingOf } from '../systems.ts';
import { contactsInWords, standingTag, type When } from './parts.ts';

export interface SystemsModel {
  readonly systems: readonly System[];
  readonly now: Temporal.Instant;
  readonly when: When;
}

/** Which other systems of the landlord ask before they write, ring or visit, and how they stand. */
export function systemsPage({ systems, now, when }: SystemsModel): Html {
  const standing = systems.map((system) => ({ system, stands: standingOf(system, now) }));
  const silent = standing.filter(({ stands }) => stands === 'silent' || stands === 'token_ended').length;
  const waiting = standing.filter(({ stands }) => owed.includes(stands)).length;
  return html`<h1 class="govuk-heading-l">Systems that ask</h1>
<p class="govuk-body">Rents, repairs, lettings, surveys, newsletters: each asks Lintel before it writes, rings or
visits, and is told yes, no or call first, and never why. One administrator proposes a system, another decides.</p>
${
  silent > 0 &&
  warningText({
    text: `${silent === 1 ? 'A system has' : `${silent} systems have`} stopped asking, and may be writing to everybody.
      Ring whoever runs it today.`,
  })
}${
  waiting > 0 &&
  html`<p class="govuk-body">${waiting === 1 ? '1 needs' : `${waiting} need`} somebody to look at ${
    waiting === 1 ? 'it' : 'them'
  }.</p>`
}${button({ text: 'Propose a system', href: paths.newSystem })}${
  systems.length === 0
    ? html`<p class="govuk-body">None has been proposed. Until one asks, no other system knows of any hold.</p>`
    : table({
        caption: 'Systems',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        firstCellIsHeader: true,
        head: [{ text: 'System' }, { text: 'How it stands' }, { text: 'Asks about' }, { text: 'Last asked' }],
        rows: standing.map(({ system, stands }) => [
          { html: html`<a class="govuk-link" href="${paths.system(system.id)}">${system.name}</a>` },
          { html: html`<div>${standingTag(stands)}</div>` },
          { text: contactsInWords(system.contacts) },
          { text: asked(system, when) },
        ]),
      })
}`;
}

/** `30 November 2026 at 9:00am; 1,203 answers on that day`. */
export function asked({ lastAt, answers, madeAt }: System, when: When): string {
  if (lastAt === null) return madeAt === null ? 'Cannot ask yet' : 'Never';
  return `${when(lastAt)}; ${answers.toLocaleString('en-GB')} ${answers === 1 ? 'answer' : 'answers'} on that day`;
}
