import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseHead } from './frame.ts';
import type { CaseModel, FormModel } from './model.ts';
import { caseForm } from './parts.ts';
import type { Section } from './parts-of-case.ts';

/** Something on a page of the case stays, struck out, with the reason. `what` it is ends without a full stop. */
export function recordedInError(model: CaseModel, form: FormModel, where: Section, what: string): Html {
  return html`${caseHead(model, where, 'Recorded in error')}
${insetText({ text: `${what}. It stays, struck out, with your reason.` })}
${caseForm(
  form,
  'Strike it out',
  textarea({
    ...kept(form.form, 'reason'),
    label: { text: 'What was wrong?', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
