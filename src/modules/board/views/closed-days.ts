import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import { closureNotice, closuresAQuarter } from '#rules/closures.ts';
import { dateInWords, weekdayInWords } from '#rules/moment.ts';
import type { ClosedDay, ClosedInPeriod } from '../closures.ts';

/** On how many days the office was closed by its own choice, and who agreed: every deadline beside rests on it. */
export function closedDays({ days, short, opened, many }: ClosedInPeriod): Html | false {
  if (days.length + opened.length + many.length === 0) return false;
  return insetText({
    html: html`${
      days.length > 0 &&
      html`<p class="govuk-body"><strong>Closed by our own choice on ${number(days)} of this period:</strong>
        ${days.map(inWords).join('; ')}.</p>`
    }${
      short.length > 0 &&
      html`<p class="govuk-body">Agreed less than ${closureNotice} days ahead: ${short
        .map(({ day }) => weekdayInWords(day))
        .join(', ')}.</p>`
    }${many.map(
      (each) =>
        html`<p class="govuk-body">More than ${closuresAQuarter} in a quarter: ${each.number} in the one from
          ${dateInWords(each.quarter)}.</p>`,
    )}${
      opened.length > 0 &&
      html`<p class="govuk-body">Closed for a time and open after all: ${opened.map(inWords).join('; ')}. What began
        meanwhile was counted without ${opened.length === 1 ? 'this day' : 'these days'}.</p>`
    }`,
  });
}

function number(days: readonly ClosedDay[]): string {
  return days.length === 1 ? '1 working day' : `${days.length} working days`;
}

function inWords({ day, proposedBy, agreedBy, agreedOn }: ClosedDay): string {
  return `${weekdayInWords(day)} (proposed by ${proposedBy}, agreed by ${agreedBy} on ${dateInWords(agreedOn)})`;
}
