import { checkboxes } from '#kit/components/checkboxes.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  optionItems,
} from '#modules/case-file/pure.ts';
import { offeredToday } from '../kinds.ts';
import { answers } from '../offer.ts';
import type { Offer } from '../store/rows.ts';
import { offerInWords, waysOfTelling } from '../words.ts';

/** Something was offered. To decline is a decision like any other (V3.4, L2.1c). */
export function newOfferPage(model: CaseModel, formModel: FormModel, offers: readonly Offer[]): Html {
  const { form } = formModel;
  const declined = offers.filter(({ state }) => state === 'declined');
  return html`${caseHead(model, 'Offers', 'Offer something')}
${
  declined.length > 0 &&
  insetText({
    html: html`<p class="govuk-body">They decided that these are not for them:
      ${declined.map(offerInWords).join('; ')}.</p>`,
  })
}
${caseForm(
  formModel,
  'Save',
  html`${select({
    ...kept(form, 'kind'),
    label: { text: 'What was offered?', classes: 'govuk-label--s' },
    items: optionItems(offeredToday, 'Choose'),
  })}${input({
    ...kept(form, 'what'),
    label: { text: 'In particular', classes: 'govuk-label--s' },
    hint: { text: 'For example, which lock, which service, which area' },
  })}${
    (declined.length > 0 || form.errors.broughtUp !== undefined) &&
    checkboxes({
      ...kept(form, 'broughtUp'),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'They declined it before, and brought it up themselves' }],
    })
  }${decision(form)}`,
)}`;
}

export function answerPage(model: CaseModel, formModel: FormModel, offer: Offer): Html {
  return html`${caseHead(model, 'Offers', 'Another answer')}
${insetText({
  html: html`<p class="govuk-body"><strong>${offerInWords(offer)}</strong></p>
    <p class="govuk-body">What they said before stays beside what they say now.</p>`,
})}
${caseForm(formModel, 'Save', decision(formModel.form))}`;
}

function decision(form: FormModel['form']): Html {
  return html`${radios({
    ...kept(form, 'answer'),
    fieldset: { legend: { text: 'What did they decide?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Each answer is theirs to give. None counts against anybody, and none closes anything.' },
    items: items(answers),
  })}${dayInput(form, 'again', {
    legend: 'If they want time: the day on which we ask again',
    hint: 'Only a day that they agreed to. Leave it empty where they say when',
  })}${textarea({
    ...kept(form, 'ownWords'),
    label: { text: 'In their own words', classes: 'govuk-label--s' },
    rows: 3,
  })}${radios({
    ...kept(form, 'way'),
    fieldset: { legend: { text: 'How did you speak of it?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(waysOfTelling),
  })}${dayInput(form, 'offered', { legend: 'On which day?' })}`;
}
