import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { Over } from '../store/emergency-endings.ts';

/** In place of a page that is gone, for whoever was let in until a moment ago: calm, and nothing of the case. */
export function overPage({ endedAt, byAnother }: Over, calendar: WorkingCalendar): Html {
  const because = byAnother
    ? 'Somebody who answers for the case, or for the protection of data, ended it. That says nothing against you: it is done when the need has passed.'
    : 'It lasts for an hour at most, and ends earlier when you end it.';
  return html`<h1 class="govuk-heading-l">Your emergency access has ended</h1>
<p class="govuk-body">It ended on ${momentInWords(endedAt, calendar)}. ${because}</p>
<p class="govuk-body">What you had saved is kept. What you were writing when it ended was not saved: tell whoever leads the case, and they write it down with your name.</p>
<p class="govuk-body"><strong>If somebody is in danger now, ring 999.</strong> If something still cannot wait, ring a manager of the team, or <a class="govuk-link" href="${paths.ask}">ask for emergency access again</a>.</p>
<p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`;
}
