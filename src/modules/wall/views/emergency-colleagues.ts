import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Tries } from '../store/emergency-uses.ts';

/** For a manager who was told of a rush: who asks, how often; neither for what, nor what came of it. */
export function colleaguesPage(tries: readonly Tries[], calendar: WorkingCalendar): Html {
  return html`<h1 class="govuk-heading-l">Who asked for emergency access</h1>
<p class="govuk-body">In the last 24 hours. For which cases, and what came of it, is for the data protection officer to review. Ask the colleague what they need: you can let somebody into a case that you manage at once.</p>
${
  tries.length === 0
    ? html`<p class="govuk-body">Nobody asked.</p>`
    : table({
        classes: 'lintel-table--cards',
        caption: 'Colleagues',
        captionClasses: 'govuk-visually-hidden',
        head: [{ text: 'Who' }, { text: 'How often', format: 'numeric' }, { text: 'The last time' }],
        rows: tries.map(({ staffName, tries: times, lastAt }) => [
          { text: staffName },
          { text: times, format: 'numeric' },
          { text: momentInWords(lastAt, calendar) },
        ]),
      })
}`;
}
