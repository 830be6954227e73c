import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { PromisedCall } from '../store/rows.ts';
import { endedInWords, whomInWords } from '../words.ts';

interface CallLines {
  readonly calls: readonly PromisedCall[];
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** Each call that was promised, those still owed first, by their time; nothing where none was. */
export function callLines({ calls, calendar, now }: CallLines): Html | undefined {
  if (calls.length === 0) return undefined;
  return html`<ul class="govuk-list lintel-calls">${calls.map((call) => {
    const owed = call.endedHow === null;
    const past = owed && Temporal.Instant.compare(call.at, now) < 0;
    const words = owed
      ? `A call ${whomInWords(call.to)} is promised for ${momentInWords(call.at, calendar)}`
      : endedInWords({ ...call, words: '' }, { calendar });
    return html`<li>${past && html`${tag({ text: 'Overdue', classes: 'govuk-tag--red' })} `}<a class="govuk-link"
      href="${paths.call(call.id)}">${words}</a></li>`;
  })}</ul>`;
}
