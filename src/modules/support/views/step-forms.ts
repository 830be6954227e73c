import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
} from '#modules/case-file/pure.ts';
import type { OpenDecision } from '#modules/chronology/pure.ts';
import { notFromStock, saidOfDelivery } from '../forms/step-forms.ts';
import { endings, themselves } from '../offer.ts';
import { paths } from '../paths.ts';
import type { Offer } from '../store/rows.ts';
import type { FreeItem } from '../store/stock-list.ts';
import { destinations } from '../where-it-goes.ts';
import { offerInWords, stepInWords, waysOfTelling } from '../words.ts';

const which = (offer: Offer): Html => html`<p class="govuk-body"><strong>${offerInWords(offer)}</strong></p>`;

/** It was arranged with whoever brings it about; nothing leaves from here. */
export function orderPage(
  model: CaseModel,
  formModel: FormModel,
  offer: Offer,
  decisions: readonly OpenDecision[],
): Html {
  const { form } = formModel;
  const { consent, by } = offer.kindOf;
  return html`${caseHead(model, 'Offers', 'It is on its way')}
${which(offer)}
${insetText({
  text: 'This sends nothing. Words to a supplier are neutral: no reason, nobody’s story, an agreed time and place.',
})}
${caseForm(
  formModel,
  'Save',
  html`${input({
    ...kept(form, 'whom'),
    label: { text: by === 'us' ? 'Who of us sees to it' : 'Who brings it about', classes: 'govuk-label--s' },
  })}${
    consent &&
    radios({
      ...kept(form, 'told'),
      fieldset: { legend: { text: 'How do they know of the person?', classes: 'govuk-fieldset__legend--s' } },
      hint: {
        html: html`Decide first under <a class="govuk-link" href="${casePaths.sharing(model.file.id)}">Sharing</a> where
          nothing fits.`,
      },
      items: [
        ...decisions.map(({ id, recipient, what }) => ({ value: id, text: recipient, hint: { text: what } })),
        { value: themselves, text: 'They turn to them themselves: nobody of us told them' },
      ],
    })
  }${
    offer.kindOf.carried &&
    html`${radios({
      ...kept(form, 'goes'),
      fieldset: { legend: { text: 'Where does it go?', classes: 'govuk-fieldset__legend--s' } },
      items: items(destinations),
    })}${input({
      ...kept(form, 'opens'),
      label: { text: 'If it goes to an address: who opens, and when?', classes: 'govuk-label--s' },
      hint: { text: 'As they agreed: a name, a day, a time at which it is safe' },
    })}`
  }${dayInput(form, 'happened', { legend: 'Arranged on' })}${dayInput(form, 'comes', {
    legend: 'It is to come by',
    hint: 'Leave it empty if that is not known yet',
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What was arranged: a safe time, a safe place', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

/** @param lends what of our stock could go to them; null: it is no kind that is lent */
export function deliveryPage(
  model: CaseModel,
  formModel: FormModel,
  offer: Offer,
  lends: readonly FreeItem[] | null,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Offers', 'It was delivered')}
${which(offer)}
<p class="govuk-body">This is what we say. They are asked whether it came, and only they confirm it.</p>
${caseForm(
  formModel,
  'Save',
  html`${
    lends &&
    radios({
      ...kept(form, 'item'),
      fieldset: { legend: { text: 'Which one?', classes: 'govuk-fieldset__legend--s' } },
      hint: {
        html: html`Only those that were checked and are not due for a test: <a class="govuk-link"
          href="${paths.stock}">Stock</a>. It is issued as this is saved.`,
      },
      items: [
        ...lends.map(({ id, number, about }) => ({
          value: id,
          text: number,
          ...(about !== '' && { hint: { text: about } }),
        })),
        { value: notFromStock, text: 'Not from our stock', hint: { text: 'Say below where it came from' } },
      ],
    })
  }${input({
    ...kept(form, 'whom'),
    label: { text: 'By whom', classes: 'govuk-label--s' },
  })}${dayInput(form, 'happened', { legend: 'On which day?' })}${
    offer.kindOf.cost &&
    input({
      ...kept(form, 'cost'),
      label: { text: 'What it cost', classes: 'govuk-label--s' },
      hint: { text: 'Leave it empty if that is not known yet' },
      ...{ prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal' },
    })
  }${textarea({
    ...kept(form, 'words'),
    label: { text: 'How do you know?', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function confirmationPage(model: CaseModel, formModel: FormModel, offer: Offer): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Offers', 'What they say of it')}
${which(offer)}
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'said'),
    fieldset: { legend: { text: 'What do they say?', classes: 'govuk-fieldset__legend--s' } },
    items: items(saidOfDelivery),
  })}${radios({
    ...kept(form, 'way'),
    fieldset: { legend: { text: 'How did they tell us?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(waysOfTelling),
  })}${dayInput(form, 'happened', { legend: 'On which day?' })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'In their own words, or why they were not asked', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function endingPage(model: CaseModel, formModel: FormModel, offer: Offer): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Offers', 'It ends')}
${which(offer)}
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'ending'),
    fieldset: { legend: { text: 'Why does it end?', classes: 'govuk-fieldset__legend--s' } },
    items: items(endings),
  })}${dayInput(form, 'happened', { legend: 'On which day?' })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'Why, in their own words or in yours', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

/** The last step stays, struck through, with the reason. */
export function correctionPage(model: CaseModel, formModel: FormModel, offer: Offer): Html {
  const last = offer.steps.findLast(({ struck }) => !struck);
  const head = html`${caseHead(model, 'Offers', 'Recorded in error')}${which(offer)}`;
  if (!last)
    return html`${head}<p class="govuk-body">There is nothing left of it that could be struck out.</p>`;
  return html`${head}
${insetText({ text: `${stepInWords(last)}. It stays, struck through, with your reason.` })}
${caseForm(
  formModel,
  'Strike it out',
  html`<input type="hidden" name="step" value="${last.id}">${textarea({
    ...kept(formModel.form, 'reason'),
    label: { text: 'What was wrong?', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}
