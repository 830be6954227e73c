import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { listsByLanguage } from '#kit/telling-words.ts';
import type { StaffId } from '#rules/facts.ts';
import { paths } from '../paths.ts';
import type { OwnWord } from '../store/words.ts';

interface WordsModel {
  readonly own: readonly OwnWord[];
  readonly staff: StaffId;
}

/** Words that no message says: the landlord's own, and what Lintel looks for in each language. */
export function wordsPage(model: WordsModel, formModel: FormModel, fresh: () => string): Html {
  const { own } = model;
  return html`<h1 class="govuk-heading-l">Words that tell</h1>
<p class="govuk-body">No message says these, however they are spelt: in capitals, with digits for letters, spaced out or
with letters of another alphabet. Nobody can send a message with one of them.</p>
<h2 class="govuk-heading-m">Your own</h2>
<p class="govuk-body">Names of your offices, teams, projects and vans.</p>
${own.length === 0 ? html`<p class="govuk-body">None yet.</p>` : ownTable(model, formModel, fresh)}
${wholeForm(
  formModel,
  'Add this word',
  input({
    ...kept(formModel.form, 'word'),
    label: { text: 'Another word', classes: 'govuk-label--s' },
    hint: { text: 'An asterisk stands for the rest of a word: quay* finds Quayside too' },
    autocomplete: 'off',
  }),
)}<h2 class="govuk-heading-m">What Lintel looks for</h2>
${listsByLanguage.map(({ label, toCheck, subject, landlord }) =>
  details({
    summaryText: toCheck ? `${label}: still to be read by somebody who speaks it` : label,
    html: html`<p class="govuk-body">What it is about: ${subject.join(', ')}</p>
<p class="govuk-body">From whom it is: ${landlord.join(', ')}</p>`,
  }),
)}`;
}

function ownTable({ own, staff }: WordsModel, { csrf }: FormModel, fresh: () => string): Html {
  return table({
    caption: 'Your own words',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'Word' }, { text: 'Added by' }, { text: 'Change' }],
    rows: own.map(({ id, word, addedBy, addedByName }) => [
      { text: word },
      { text: addedByName ?? 'Lintel' },
      {
        html:
          addedBy === staff
            ? html`Somebody else takes it away`
            : html`<form method="post" action="${paths.endWord(id)}">${submission(csrf, fresh())}${button({
                html: html`Look for it no longer<span class="govuk-visually-hidden">: ${word}</span>`,
                classes: 'govuk-button--secondary',
              })}</form>`,
      },
    ]),
  });
}
