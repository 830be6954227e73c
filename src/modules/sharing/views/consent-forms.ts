import { checkboxes } from '#kit/components/checkboxes.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import {
  consentAnswers,
  consentChanges,
  dataKinds,
  givers,
  listeners,
  sharePurposes,
} from '#rules/sharing.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { Recipient } from '../store/recipients.ts';
import { askedWays } from '../ways-asked.ts';
import { recipientInWords } from '../words.ts';
import { recipientChoice } from './recipient-fields.ts';

const small = 'govuk-radios--small';
const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

/** Asked of them: with whom, for what, about what; and how anybody knows that the answer is theirs. */
export function askPage(model: CaseModel, formModel: FormModel, recipients: readonly Recipient[]): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Sharing', 'What they agree to')}
<p class="govuk-body">Say who would read it, what for, and what could come of it. They may say yes to some of it,
  and change their mind at any time. Tell them, too, when you would have to share without it.</p>
${caseForm(
  formModel,
  'Save the answer',
  html`${recipientChoice(form, recipients)}${radios({
    ...kept(form, 'purpose'),
    fieldset: legend('What it would be shared for'),
    classes: small,
    items: items(sharePurposes),
  })}${checkboxes({
    ...keptChoices(form, 'kinds'),
    fieldset: legend('What they were asked about'),
    hint: { text: 'Where they agree to some of it only, save an answer for that, and another for the rest' },
    classes: 'govuk-checkboxes--small',
    items: items(dataKinds),
  })}${radios({
    ...kept(form, 'answer'),
    fieldset: legend('What they answered'),
    classes: small,
    items: items(consentAnswers),
  })}${radios({
    ...kept(form, 'way'),
    fieldset: legend('How they were asked'),
    classes: small,
    items: items(askedWays),
  })}${momentInput(form, 'asked', { legend: 'When they were asked' })}${radios({
    ...kept(form, 'by'),
    fieldset: legend('From whom the answer came'),
    hint: { text: 'A no is taken from anybody, and needs neither this nor the next' },
    classes: small,
    items: items(givers),
  })}${input({
    ...kept(form, 'authority'),
    label: { text: 'Who decides for them, and by what', classes: 'govuk-label--s' },
    hint: { text: 'Only for an attorney or a deputy: never whoever they fear' },
  })}${radios({
    ...kept(form, 'heard'),
    fieldset: legend('Who else could hear'),
    classes: small,
    items: items(listeners),
  })}${dayInput(form, 'until', {
    legend: 'Until when they agree (optional)',
    hint: 'Empty: 90 days. At most half a year; then they are asked again',
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What they said (optional)', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

/** Taken from anybody and by any way: it closes, and never opens. */
export function changePage(model: CaseModel, formModel: FormModel, consent: ConsentRow): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Sharing', 'What they say now')}
<p class="govuk-body">About ${recipientInWords(consent)}. As soon as you save, nothing more goes to them under it.
  What they have already cannot be called back: say so.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'change'),
    fieldset: legend('What they say'),
    classes: small,
    items: items(consentChanges),
  })}${radios({
    ...kept(form, 'way'),
    fieldset: legend('How they said it'),
    classes: small,
    items: items(askedWays),
  })}${momentInput(form, 'said', { legend: 'When they said it' })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What they said (optional)', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function endRecipientPage(model: CaseModel, formModel: FormModel, recipient: Recipient): Html {
  return html`${caseHead(model, 'Sharing', 'An agency has changed')}
<p class="govuk-body">${recipientInWords(recipient)}. What they agreed about it is asked again, before anything goes to
  whoever takes its place.</p>
${caseForm(
  formModel,
  'Save',
  textarea({
    ...kept(formModel.form, 'why'),
    label: { text: 'What has changed', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
