import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { ownWords, verbatim } from '#modules/case-file/pure.ts';
import { answers } from '#modules/support/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import type { ActionInPlan, PlanContent } from '../content.ts';
import { wants } from '../plan.ts';

const ended = { open: '', done: 'done', dropped: 'no longer needed' } as const;

/** A whole plan as a version keeps it. */
export function contentOf({ words, actions, options }: PlanContent): Html {
  const row = (name: string, value: string) =>
    value.trim() !== '' && { key: { text: name }, value: { html: verbatim(value) } };
  return html`${summaryList({
    rows: [
      words.wants !== '' && { key: { text: 'They want' }, value: { text: labelOf(wants, words.wants) } },
      words.ownWords.trim() !== '' && {
        key: { text: 'In their own words' },
        value: { html: ownWords(words.ownWords) },
      },
      row('What matters to them', words.wishes),
      row('In an emergency', words.emergency),
      actions.length > 0 && {
        key: { text: 'Actions' },
        value: {
          html: html`<ul class="govuk-list govuk-list--bullet">
            ${actions.map((action) => html`<li>${actionLine(action)}</li>`)}</ul>`,
        },
      },
      options.length > 0 && {
        key: { text: 'Offered' },
        value: {
          html: html`<ul class="govuk-list govuk-list--bullet">
            ${options.map(({ what, answer }) => html`<li>${what}: ${labelOf(answers, answer).toLowerCase()}</li>`)}
            </ul>`,
        },
      },
    ],
  })}`;
}

/** "Change the locks: Keyhole Ltd, by 20 November 2026, for safety, done". */
function actionLine({ what, by, dueOn, safety, state }: ActionInPlan): string {
  const more = [
    by || 'by themselves',
    dueOn && `by ${dayOfWeekInWords(Temporal.PlainDate.from(dueOn))}`,
    safety && 'for safety',
    ended[state],
  ];
  return `${what}: ${more.filter(Boolean).join(', ')}`;
}
