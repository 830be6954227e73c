import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
  verbatim,
} from '#modules/case-file/pure.ts';
import { courtSteps } from '#rules/court-steps.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { How, Met } from '../store/met.ts';

const hows: Readonly<Record<How, string>> = {
  held_back: 'Held back',
  asked_first: 'Told to ask first',
  taken: 'Taken, although it was held',
};

/** What the income team meant or did, for the team of the case alone. */
export function ofCasePage(model: CaseModel, met: readonly Met[]): Html {
  const { id } = model.file;
  return html`${caseHead(model, 'Breathing space', 'Steps over income')}
<p class="govuk-body">What those who collect income said before they acted, and what was taken all the same. They were
  told that there is a hold, and not why. A letter may have come nevertheless: ask, where it is safe.
  <a class="govuk-link" href="${casePaths.breathingSpace(id)}">Back to breathing space</a></p>
${button({ text: 'Write down a step that was taken', href: paths.found(id), classes: 'govuk-button--secondary' })}
${
  met.length === 0
    ? html`<p class="govuk-body">None is on record.</p>`
    : table({
        caption: 'Steps over income, the latest first',
        captionClasses: 'govuk-visually-hidden',
        head: ['When, and who', 'What became of it'].map((text) => ({ text })),
        rows: met.map(({ how, step, onDay, metAt, recordedByName, words }) => [
          { html: html`${momentInWords(metAt, model.calendar)}<br>${recordedByName ?? 'Lintel'}` },
          {
            html: html`${hows[how]}: ${labelOf(courtSteps, step)}, ${dateInWords(onDay)}${
              words !== '' && verbatim(words)
            }`,
          },
        ]),
      })
}`;
}

export function foundPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Breathing space', 'A step that was taken over income')}
<p class="govuk-body">Ask those who collect income to take it back, in words that give nothing away.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'step'),
    fieldset: { legend: { text: 'Which step was taken?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(courtSteps),
  })}${dayInput(form, 'taken', { legend: 'On which day?' })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'How you learnt of it, and what is done about it', classes: 'govuk-label--s' },
    rows: 4,
  })}`,
)}`;
}
