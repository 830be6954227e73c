import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type Answers, answerTo, givenLabel } from '../assessment.ts';
import type { Leavable } from '../copy.ts';
import type { Instrument } from '../instruments/instrument.ts';

/** Item by item, in the order of its words; a column that is left out is not there. */
export function copySections(instrument: Instrument, answers: Answers, leftOut: readonly Leavable[]): Html {
  const [notes, sources] = [!leftOut.includes('notes'), !leftOut.includes('sources')];
  return html`${instrument.sections.map(({ heading, items }) =>
    table({
      caption: heading,
      captionClasses: 'govuk-table__caption--s',
      classes: 'lintel-table--dense',
      head: [
        { text: 'Question' },
        { text: 'Answer' },
        ...(notes ? [{ text: 'What was said' }] : []),
        ...(sources ? [{ text: 'Who said so' }] : []),
      ],
      rows: items.map(({ id, question }) => {
        const { answer, note, source } = answerTo(answers, id);
        return [
          { text: /\d$/.test(id) ? `${id}. ${question}` : question },
          {
            html:
              answer === 'yes' ? html`<strong>${givenLabel(answer)}</strong>` : html`${givenLabel(answer)}`,
          },
          ...(notes ? [{ text: note }] : []),
          ...(sources ? [{ text: source }] : []),
        ];
      }),
    }),
  )}`;
}
