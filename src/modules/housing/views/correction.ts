import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import type { Advice } from '../store/advice.ts';

/** It stays, struck out, with the reason. */
export function correctionPage(model: CaseModel, formModel: FormModel, { happenedOn }: Advice): Html {
  return html`${caseHead(model, 'Housing options', 'Recorded in error')}
${insetText({ text: `Of ${dayOfWeekInWords(happenedOn)}. It stays, struck out, with your reason.` })}
${caseForm(
  formModel,
  'Strike it out',
  textarea({
    ...kept(formModel.form, 'reason'),
    label: { text: 'What was wrong?', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
