import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import { knownByWays, referralAnswers } from '../referral.ts';
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
      { value: 'acknowledged', text: 'They have it, and say no more yet', hint: { text: 'No answer yet' } },
      ...items(referralAnswers),
      {
        value: 'chased',
        text: 'Nothing yet: I asked again',
        hint: { text: 'The next days for an answer begin' },
      },
    ],
  })}${radios({
    ...kept(form, 'knownBy'),
    fieldset: { legend: { text: 'How we know', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Needed where something came back' },
    classes: 'govuk-radios--small',
    items: items(knownByWays),
  })}${input({
    ...kept(form, 'whom'),
    label: { text: 'Who answered, or whom you asked', classes: 'govuk-label--s' },
  })}${input({
    ...kept(form, 'reference'),
    label: { text: 'Their reference (optional)', classes: 'govuk-label--s' },
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

/** The last step was written down in error: it stays, struck through. */
export function strikePage(page: ReferralModel, model: FormModel): Html {
  return html`${referralHead(page, 'Written down in error')}
<p class="govuk-body">The last step stays on record, struck through, with your reason. What it kept is owed again.</p>
${wholeForm(
  model,
  'Strike it through',
  textarea({
    ...kept(model.form, 'why'),
    label: { text: 'What was wrong', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
