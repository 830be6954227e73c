import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  learnersList,
} from '#modules/case-file/pure.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { paths } from '../paths.ts';
import { referralKinds, saidOfReferral } from '../referral.ts';
import type { Referral } from '../store/rows.ts';
import { referralLines } from './lines.ts';

/** The referrals of a case, what is owed first; and the question about adults, until it is known (L2.5). */
export function casePage(model: CaseModel, form: FormModel, referrals: readonly Referral[]): Html {
  const { file, calendar } = model;
  const add = button({ text: 'Decide about a referral', href: paths.begin(file.id) });
  return html`${caseHead(model, 'Safeguarding', 'Safeguarding', add)}
${
  referrals.length === 0
    ? html`<p class="govuk-body">Nothing has been decided about a referral yet.</p>`
    : referralLines({ referrals, calendar })
}
${caseForm(
  form,
  'Save the answer',
  radios({
    ...kept(form.form, 'adults'),
    fieldset: {
      legend: {
        text: 'Is there an adult who needs care or support, and cannot protect themselves because of it?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: {
      text:
        'Through age, disability, illness, drink or drugs, or how they are controlled. It may be the person ' +
        'at risk, or anybody else in the home',
    },
    classes: 'govuk-radios--small',
    items: [
      { value: 'yes', text: 'Yes', hint: { text: 'Then you decide about a referral' } },
      { value: 'no', text: 'No' },
      { value: 'not_known', text: 'Not known yet', hint: { text: 'It is asked again' } },
    ],
  }),
)}`;
}

/** Either it is made today, or a second person agrees that it is not. */
export function beginPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Safeguarding', 'Decide about a referral')}
${emergency}
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'Whom it is about', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(referralKinds),
  })}${input({
    ...kept(form, 'about'),
    label: { text: 'Who', classes: 'govuk-label--s' },
    hint: { text: 'A name, or “first child, about 4”. Several of one family go together' },
  })}${radios({
    ...kept(form, 'said'),
    fieldset: { legend: { text: 'What you decide', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text:
        'It is owed until you say to whom it was made, how and when. Where there is none, somebody else decides; ' +
        'until then it is owed',
    },
    classes: 'govuk-radios--small',
    items: items(saidOfReferral),
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Why', classes: 'govuk-label--s' },
    hint: { text: 'Needed where there is no referral' },
    rows: 3,
  })}<h2 class="govuk-heading-m">Who would learn of a referral?</h2>${learnersList(
    whoWouldLearn({ by: ['email'], to: 'safeguarding' }, model.pack.words),
  )}`,
)}`;
}

export const emergency = html`<p class="govuk-body">If a child or an adult is in danger now, ring 999 first. When their
  office is closed, ring the emergency duty team of the council. You do not need consent where somebody is at risk of
  serious harm; where it is safe, say what you do and why.</p>`;
