import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { askedAtMost } from '#rules/move-check.ts';
import { answers } from '../saying.ts';
import type { AskedCheck, Asker } from '../store/checks.ts';

const looksForSomebody = ({ day, most }: Asker) => day >= askedAtMost.aDay || most > askedAtMost.addresses;

/** Who asked how much, for managers: whoever asks of many addresses for one household may look for somebody. */
export function askedPage(
  by: readonly Asker[],
  last: readonly AskedCheck[],
  { calendar }: { readonly calendar: WorkingCalendar },
): Html {
  return html`<h1 class="govuk-heading-l">Who asked about moves</h1>
<p class="govuk-body">Lettings asks whether a home may be offered. After ${askedAtMost.aDay} questions in a day, or
  ${askedAtMost.addresses} addresses for one household in 30 days, every answer is “ask the lead”, and you are told.
  When somebody rings, say “not yet” where you find nothing: some answers are drawn by chance, and never say which.</p>
${
  by.length === 0
    ? html`<p class="govuk-body">Nobody has asked within 30 days.</p>`
    : html`${table({
        caption: 'Who asked, within 30 days',
        captionClasses: 'govuk-table__caption--m',
        classes: 'lintel-table--cards',
        head: ['Who', 'Within a day', 'Within 30 days', 'Households', 'Most homes for one'].map((text) => ({
          text,
        })),
        rows: by.map((each) => [
          {
            html: html`${each.by} ${
              looksForSomebody(each) && tag({ text: 'Ask them why', classes: 'govuk-tag--red' })
            }`,
          },
          { text: each.day },
          { text: each.month },
          { text: each.households },
          { text: each.most },
        ]),
      })}${table({
        caption: 'What was asked last',
        captionClasses: 'govuk-table__caption--m',
        classes: 'lintel-table--cards',
        head: ['Home', 'For', 'Asked', 'Answer'].map((text) => ({ text })),
        rows: last.map((check) => [
          { text: `${check.address}, ${check.postcode}` },
          { text: check.household },
          { html: html`${momentInWords(check.askedAt, calendar)}<br>${check.by}` },
          { text: answers[check.told].label },
        ]),
      })}`
}`;
}
