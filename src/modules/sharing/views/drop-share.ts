import { kept } from '#kit/components/form-state.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import type { Share } from '../store/shares.ts';
import { recipientInWords } from '../words.ts';

/** That it is not shared after all, or no further: that is a decision too, with its reason. */
export function dropPage(model: CaseModel, formModel: FormModel, share: Share): Html {
  const heading = share.hasLeft ? 'Share nothing more by this' : 'Do not share it after all';
  return html`${caseHead(model, 'Sharing', heading)}
<p class="govuk-body">${recipientInWords(share)}. From now on nothing more goes by this decision.${
    share.hasLeft &&
    ' A link to it opens nothing any more. What they have read, or took, stays with them: it is not called back.'
  }</p>
${caseForm(
  formModel,
  'Save',
  textarea({
    ...kept(formModel.form, 'why'),
    label: {
      text: share.hasLeft ? 'Why nothing more is shared' : 'Why it is not shared',
      classes: 'govuk-label--s',
    },
    rows: 3,
  }),
)}`;
}
