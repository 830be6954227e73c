import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { daysOf } from '../closures.ts';
import { paths } from '../paths.ts';
import type { Closure } from '../store/closures.ts';
import { daysInWords, workingDaysInWords } from './closure-words.ts';
import { linkTo, type When } from './parts.ts';

export interface ClosuresShown {
  readonly closures: readonly Closure[];
  /** Closures that the policy itself names, ISO dates, those to come. */
  readonly named: readonly string[];
  readonly calendar: WorkingCalendar;
  readonly mayPropose: boolean;
  readonly when: When;
}

/** The landlord's own closed days: those of the policy, and those that two people agreed to. */
export function closuresPart(model: ClosuresShown): Html {
  const { closures, named, mayPropose } = model;
  return html`<h2 class="govuk-heading-m">Our own closures</h2>
<p class="govuk-body">One person proposes them and another decides. A day on which the office is closed and that stands
nowhere here, at Christmas for example, counts as a working day.</p>
${mayPropose && button({ text: 'Propose days', href: paths.newClosure })}${
  named.length > 0 &&
  html`<p class="govuk-body">The policy in force names:</p>
      <ul class="govuk-list govuk-list--bullet">${named.map(
        (day) => html`<li>${dayOfWeekInWords(Temporal.PlainDate.from(day))}</li>`,
      )}</ul>`
}${closures.length === 0 ? html`<p class="govuk-body">None has been proposed.</p>` : list(model)}`;
}

function list({ closures, calendar, when }: ClosuresShown): Html {
  return table({
    caption: 'Closures that were proposed',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: [{ text: 'Days' }, { text: 'How it stands' }, { text: 'Proposed' }, { text: 'Decided' }],
    rows: closures.map((each) => [
      {
        html: html`${linkTo(paths.closure(each.id), daysInWords(each))} <span class="lintel-aside">${
          each.opens === null ? 'closed' : 'open again'
        }, ${workingDaysInWords(daysOf(each, calendar))}</span>`,
      },
      { html: stands(each) },
      {
        html: html`${when(each.proposedAt)} by ${each.proposedByName ?? 'Lintel'}${verbatim(each.reason)}`,
      },
      { html: decided(each, when) },
    ]),
  });
}

function stands({ decision, openedAt }: Closure): Html {
  if (decision === null) return tag({ text: 'Waits for a decision', classes: 'govuk-tag--yellow' });
  if (openedAt !== null) return tag({ text: 'Open after all', classes: 'govuk-tag--grey' });
  if (decision === 'approved') return tag({ text: 'Agreed', classes: 'govuk-tag--green' });
  return tag({ text: decision === 'declined' ? 'Declined' : 'Taken back', classes: 'govuk-tag--grey' });
}

function decided({ decidedAt, decidedByName, decidedWhy }: Closure, when: When): Html {
  if (decidedAt === null) return html`Not yet`;
  return html`${when(decidedAt)} by ${decidedByName ?? 'Lintel'}${decidedWhy !== '' && verbatim(decidedWhy)}`;
}
