import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import { referralAnswers } from '../referral.ts';
import { emergency } from './of-case.ts';
import { type ReferralModel, referralHead } from './referral.ts';

/** To whom, how and when: that keeps the promise, and nothing else does. */
export function madePage(page: ReferralModel, model: FormModel): Html {
  const { form } = model;
  return html`${referralHead(page, 'The referral was made')}
<p class="govuk-body">About ${page.referral.about}.</p>
${wholeForm(
  model,
  'Save',
  html`${input({
    ...kept(form, 'whom'),
    label: { text: 'To whom', classes: 'govuk-label--s' },
    hint: { text: 'The service, and the person or desk that took it' },
  })}${input({
    ...kept(form, 'way'),
    label: { text: 'How', classes: 'govuk-label--s' },
    hint: { text: 'By phone and their form, by secure email …' },
  })}${momentInput(form, 'happened', { legend: 'When' })}${input({
    ...kept(form, 'reference'),
    label: { text: 'Their reference', classes: 'govuk-label--s' },
    hint: { text: 'Leave empty if there is none yet' },
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What was said, and whether the person knows', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

/** An answer that says nothing is no answer: somebody asks again, in three working days at the latest. */
export function answerPage(page: ReferralModel, model: FormModel): Html {
  const { form } = model;
  return html`${referralHead(page, 'What came back')}
<p class="govuk-body">About ${page.referral.about}. If you disagree with the answer, use the escalation procedure of the
  local safeguarding partnership, and write it down.</p>
${wholeForm(
  model,
  'Save',
  html`${radios({
    ...kept(form, 'answer'),
    fieldset: { legend: { text: 'What came back', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [
      ...items(referralAnswers),
      { value: 'chased', text: 'Nothing yet: I asked again', hint: { text: 'A receipt alone is no answer' } },
    ],
  })}${input({
    ...kept(form, 'whom'),
    label: { text: 'Who answered, or whom you asked', classes: 'govuk-label--s' },
  })}${momentInput(form, 'happened', { legend: 'When' })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What was said', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function noReferralPage(page: ReferralModel, model: FormModel): Html {
  return html`${referralHead(page, 'No referral, for a reason')}
${emergency}
<p class="govuk-body">About ${page.referral.about}. Somebody else decides. Until then the referral is owed.</p>
${wholeForm(
  model,
  'Ask a second person',
  textarea({
    ...kept(model.form, 'why'),
    label: { text: 'Why there is no referral', classes: 'govuk-label--s' },
    rows: 4,
  }),
)}`;
}
