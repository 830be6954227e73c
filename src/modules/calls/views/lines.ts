import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { againstCall } from '#rules/call-still-agreed.ts';
import { markOf } from '#rules/held-in-case.ts';
import { momentInWords } from '#rules/moment.ts';
import type { WithFurther } from '#rules/ways.ts';
import { paths } from '../paths.ts';
import type { PromisedCall } from '../store/rows.ts';
import { endedInWords, whomInWords } from '../words.ts';

interface CallLines {
  readonly calls: readonly PromisedCall[];
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
  /** What is agreed in the case; undefined: there is no case yet. */
  readonly agreed?: WithFurther | null;
}

/** Each call that was promised, those still owed first, by their time; nothing where none was. */
export function callLines({ calls, calendar, now, agreed = null }: CallLines): Html | undefined {
  if (calls.length === 0) return undefined;
  return html`<ul class="govuk-list lintel-calls">${calls.map((call) => {
    const owed = call.endedHow === null;
    const past = owed && Temporal.Instant.compare(call.at, now) < 0;
    const words = owed
      ? `A call ${whomInWords(call.to)} is promised for ${momentInWords(call.at, calendar)}`
      : endedInWords({ ...call, words: '' }, { calendar });
    const against = againstCall(agreed, call, now, calendar);
    const unknown = call.plannedId === null && against.some(({ mark }) => mark === undefined);
    const marks = [
      ...(against.length > 0 ? [unknown ? 'No safe way known' : markOf(against)] : []),
      ...(past ? ['Overdue'] : []),
    ];
    return html`<li>${marks.map((text) => html`${tag({ text, classes: 'govuk-tag--red' })} `)}<a class="govuk-link"
      href="${paths.call(call.id)}">${words}</a></li>`;
  })}</ul>`;
}
