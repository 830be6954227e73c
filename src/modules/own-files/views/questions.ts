import { personName } from '#kit/components/person-name.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { ProgrammeQuestion } from '../store/questions.ts';

export function questionsPage(questions: readonly ProgrammeQuestion[], calendar: WorkingCalendar): Html {
  return html`<h1 class="govuk-heading-l">Questions for you</h1>
<p class="govuk-body">Somebody may be referred to a programme. You are asked whether that may go now, because you do not
  keep their file. What is not answered does not go.</p>
${
  questions.length === 0
    ? html`<p class="govuk-body">Nothing waits for you.</p>`
    : table({
        caption: 'Questions that wait, the oldest first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        firstCellIsHeader: true,
        head: ['About', 'Asked'].map((text) => ({ text })),
        rows: questions.map(({ id, name, askedAt }) => [
          { html: html`<a class="govuk-link" href="${paths.question(id)}">${personName(name)}</a>` },
          { text: momentInWords(askedAt, calendar) },
        ]),
      })
}`;
}
