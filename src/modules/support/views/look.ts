import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
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
  verbatim,
} from '#modules/case-file/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { type LookOwed, lookAnswers } from '../looks.ts';
import { isTheirs } from '../offer.ts';
import { paths } from '../paths.ts';
import type { Offer } from '../store/rows.ts';
import { offerInWords, waysOfTelling } from '../words.ts';

/** Months after they confirmed it: asked of them, in the way that was agreed, and never answered for them. */
export function lookPage(model: CaseModel, formModel: FormModel, offer: Offer, owed: LookOwed): Html {
  const { form } = formModel;
  const { id } = model.file;
  const before = offer.steps.findLast(
    ({ step, struck, words }) => !struck && isTheirs(step) && words.trim() !== '',
  );
  return html`${caseHead(model, 'Offers', 'Look at it again')}
<p class="govuk-body"><strong><a class="govuk-link"
  href="${paths.offer(id, offer.id)}">${offerInWords(offer)}</a></strong>.
  They said that it came, and is right, on ${dayOfWeekInWords(owed.confirmedOn)}. ${
    owed.over
      ? 'Nobody is asked to look at it again.'
      : `It is to be looked at again by ${dayOfWeekInWords(owed.dueOn)}. More than 28 days before that, what you write
  stands in the record, and the look of that day stays owed.`
  }</p>
${before && html`<p class="govuk-body">What they said last:</p>${verbatim(before.words)}`}
<p class="govuk-body">Ask them, in the way that was agreed: does it work, can they reach and open it, is its battery
  good, and does anybody know of it or have a way into it who should not? If there is danger now, go to <a
  class="govuk-link"
  href="${casePaths.danger(id)}">Danger</a> first.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'said'),
    fieldset: { legend: { text: 'How is it?', classes: 'govuk-fieldset__legend--s' } },
    items: items(lookAnswers),
  })}${radios({
    ...kept(form, 'way'),
    fieldset: { legend: { text: 'How did they tell us?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(waysOfTelling),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'In their own words, or how you tried to reach them', classes: 'govuk-label--s' },
    rows: 4,
  })}${dayInput(form, 'happened', { legend: 'On which day?' })}${dayInput(form, 'again', {
    legend: 'If they would rather not: the day that they named',
    hint: 'Leave it empty where they named none',
  })}`,
)}`;
}
