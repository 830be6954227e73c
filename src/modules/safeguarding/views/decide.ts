import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { items, learnersList } from '#modules/case-file/pure.ts';
import { tellings, views } from '#modules/sharing/pure.ts';
import { type LawfulBasis, offeredOn } from '#rules/lawful-basis.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { labelOf } from '#rules/words.ts';
import { askedBecause } from '../asked-by.ts';
import type { LawThen } from '../forms/referral-form.ts';
import { referralDecisions } from '../referral.ts';
import { emergency } from './of-case.ts';
import { type ReferralModel, referralHead } from './referral.ts';

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
const label = (text: string) => ({ text, classes: 'govuk-label--s' });
const small = 'govuk-radios--small';

/** Refer, or not, with a reason that a second person can weigh; consent is asked for and never waited for. */
export function decidePage(page: ReferralModel, model: FormModel, law: LawThen): Html {
  const { form } = model;
  const { about, facts } = page.referral;
  return html`${referralHead(page, 'Decide about a referral')}
${emergency}
<p class="govuk-body">About ${about}.</p>
${
  facts.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${facts.map(
    ({ reason }) => html`<li>${labelOf(askedBecause, reason)}.</li>`,
  )}</ul>`
}
${wholeForm(
  model,
  'Save the decision',
  html`${radios({
    ...kept(form, 'decision'),
    fieldset: legend('What is decided'),
    classes: small,
    items: items(referralDecisions),
  })}${textarea({
    ...kept(form, 'why'),
    label: label('Why'),
    hint: { text: 'What is known, what is feared, and what would follow. Somebody else reads it later' },
    rows: 4,
  })}${radios({
    ...kept(form, 'consent'),
    fieldset: legend('What the person says of it'),
    hint: { text: 'They are asked where that is safe. A referral does not wait for their agreement' },
    classes: small,
    items: items(views),
  })}${textarea({
    ...kept(form, 'consentWords'),
    label: label('In their words, or why they were not asked'),
    hint: { text: 'Needed unless they agree' },
    rows: 3,
  })}${radios({
    ...kept(form, 'basis'),
    fieldset: legend('On what ground without their agreement'),
    hint: { text: 'Needed where it is referred and they have not agreed' },
    classes: small,
    items: [...offeredOn('basis', law).map(asItem), { value: '', text: 'They agree, or it is not referred' }],
  })}${radios({
    ...kept(form, 'condition'),
    fieldset: legend('What the law asks beside it'),
    hint: { text: 'It tells of health or of crimes' },
    classes: small,
    items: [
      ...offeredOn('condition', law).map(asItem),
      { value: '', text: 'They agree, or it is not referred' },
    ],
  })}${radios({
    ...kept(form, 'told'),
    fieldset: legend('Whether they know'),
    classes: small,
    items: items(tellings),
  })}${textarea({
    ...kept(form, 'toldWhy'),
    label: label('When they are told, or why not'),
    hint: { text: 'Needed unless they have been told' },
    rows: 2,
  })}<h2 class="govuk-heading-m">Who would learn of a referral?</h2>${learnersList(
    whoWouldLearn({ by: ['email'], to: 'safeguarding' }, page.pack.words),
  )}`,
)}`;
}

function asItem({ id, title, gist, checkedOn }: LawfulBasis) {
  const unchecked = checkedOn === null ? '' : ` Dates looked up on ${checkedOn}.`;
  return { value: id, text: title, hint: { text: `${gist}${unchecked}` } };
}
