import { type FormState, kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import { notDecided, type OpenDecision } from '../for-others.ts';

/** For an agency or a court: by which decision it leaves, or where that is decided. */
export function leavingFields(
  { file, pack }: Pick<CaseModel, 'file' | 'pack'>,
  form: FormState,
  open: readonly OpenDecision[],
): Html {
  const decide = html`<a class="govuk-link" href="${casePaths.sharing(file.id)}">Decide about sharing</a>`;
  if (open.length === 0)
    return html`<p class="govuk-body" id="recipient"><strong>For an agency or a court:</strong>
      ${because(pack, notDecided)} ${decide}</p>`;
  const text = 'For an agency or a court: by which decision?';
  return radios({
    ...kept(form, 'recipient'),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    hint: { html: html`Only what was decided goes, and only to them. ${decide}` },
    classes: 'govuk-radios--small',
    items: open.map(({ id, recipient, what }) => ({ value: id, text: recipient, hint: { text: what } })),
  });
}
