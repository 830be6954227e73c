import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { changedMeanwhile } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { type Answered, givenLabel, type Instrument } from '../assessment.ts';
import { itemOf } from '../instruments/instrument.ts';
import { assessmentPaths as paths } from '../paths.ts';
import type { Contested } from '../sheet.ts';

/** Two answered the same question: both answers side by side. What only one of them changed is not in question. */
export function contestedAnswers(instrument: Instrument, contested: readonly Contested[]): Html {
  return changedMeanwhile(
    table({
      caption: 'Answered in two ways',
      captionClasses: 'govuk-table__caption--s',
      classes: 'lintel-table--cards',
      head: [{ text: 'Question' }, { text: 'Saved meanwhile' }, { text: 'What you chose' }],
      rows: contested.map(({ theirs, mine }) => [
        { text: themeOf(instrument, mine.item) },
        { html: answeredInWords(theirs) },
        { html: answeredInWords(mine) },
      ]),
    }),
  );
}

/** It was ended while somebody wrote: what they wrote is shown, so that nothing of it is lost. */
export function endedMeanwhile(
  instrument: Instrument,
  about: { readonly caseId: CaseId; readonly assessmentId: string },
  unsaved: readonly Answered[],
): Html {
  const { caseId, assessmentId } = about;
  return html`${warningText({ text: 'This assessment was ended while you were writing, so nothing can be added to it.' })}
<p class="govuk-body">What you typed and what was not saved stands below. <a class="govuk-link" href="${paths.correction(caseId, assessmentId)}">Begin a correction</a> in another tab, and enter it there.</p>
${table({
  caption: 'Not saved',
  captionClasses: 'govuk-table__caption--s',
  classes: 'lintel-table--cards',
  head: [{ text: 'Question' }, { text: 'What you chose' }],
  rows: unsaved.map((mine) => [{ text: themeOf(instrument, mine.item) }, { html: answeredInWords(mine) }]),
})}`;
}

export function answeredInWords({ answer, note, source }: Answered): Html {
  return html`${givenLabel(answer)}${note && html`<br><span class="lintel-quoted">${note}</span>`}${source && html`<br>From: ${source}`}`;
}

function themeOf(instrument: Instrument, item: string): string {
  return `${item}. ${itemOf(instrument, item)?.theme ?? ''}`;
}
