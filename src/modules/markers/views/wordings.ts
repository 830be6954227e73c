import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel } from '#modules/case-file/pure.ts';
import { approvedTexts } from '../markers.ts';
import { paths } from '../paths.ts';
import type { Wording } from '../store/wordings.ts';

/** What a marker may say: what Lintel brings, and the landlord's own. */
export function wordingsPage(own: readonly Wording[], formModel: FormModel, fresh: () => string): Html {
  return html`<h1 class="govuk-heading-l">Approved wordings</h1>
<p class="govuk-body">A marker says only one of these. Each must be as right for a dog or a loose step as for anything else, so that nobody can tell from it why it is there.</p>
<ul class="govuk-list govuk-list--bullet">${approvedTexts.map((text) => html`<li>${text}</li>`)}</ul>
<h2 class="govuk-heading-m">Your own</h2>
${own.length === 0 ? html`<p class="govuk-body">None yet.</p>` : ownTable(own, formModel, fresh)}
${caseForm(
  formModel,
  'Add this wording',
  input({
    ...kept(formModel.form, 'text'),
    label: { text: 'Another wording', classes: 'govuk-label--s' },
    hint: { text: 'What to do at the door. Words that could say why are turned away.' },
    autocomplete: 'off',
  }),
)}`;
}

function ownTable(own: readonly Wording[], { csrf }: FormModel, fresh: () => string): Html {
  return table({
    caption: 'Your own wordings',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'What it says' }, { text: 'Added by' }, { text: 'Change' }],
    rows: own.map(({ id, text, addedByName }) => [
      { text },
      { text: addedByName ?? 'Lintel' },
      {
        html: html`<form method="post" action="${paths.endWording(id)}">${submission(csrf, fresh())}${button({ html: html`Use it no longer<span class="govuk-visually-hidden">: ${text}</span>`, classes: 'govuk-button--secondary' })}</form>`,
      },
    ]),
  });
}
