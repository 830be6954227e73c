import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
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
  verbatim,
} from '#modules/case-file/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { type Choice, labelOf } from '#rules/words.ts';
import { noWay } from '../forms/stock-forms.ts';
import { paths } from '../paths.ts';
import { fearedAnswers, mayBeWithThem } from '../stock.ts';
import type { Loan, Loss } from '../store/loans.ts';
import type { Offer } from '../store/rows.ts';
import { offerInWords, waysOfTelling } from '../words.ts';
import { stockTag } from './stock.ts';

/** What was issued for an offer, and what became of it. Behind the wall of the case: the cupboard knows no name. */
export function loansPart(model: CaseModel, offer: Offer, loans: readonly Loan[]): Html | undefined {
  if (loans.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">What was lent</h2>${loans.map((loan) => loanShown(model, offer, loan))}`;
}

function loanShown({ file, calendar }: CaseModel, offer: Offer, loan: Loan): Html {
  const { item, out, losses } = loan;
  const lost = out && item.state === 'lost';
  const last = losses.at(-1);
  return html`<p class="govuk-body"><a class="govuk-link" href="${paths.item(item.id)}">${item.number}</a>
    ${out ? stockTag(item.state) : 'came back, or is with them no more'}${
      out && item.testOn !== null && html` To be tested by ${dayOfWeekInWords(item.testOn)}.`
    }</p>${
      lost &&
      last &&
      mayBeWithThem(last.feared) &&
      insetText({
        html: html`<p class="govuk-body">Somebody whom they fear may have it. Whatever was on it may be known: look at
          <a class="govuk-link" href="${casePaths.danger(file.id)}">the danger</a> and at
          <a class="govuk-link" href="${casePaths.contact(file.id)}">how they are reached</a> now. It is nobody’s
          failing. <a class="govuk-link" href="${paths.newOffer(file.id)}">Offer another one</a></p>`,
      })
    }${losses.map(
      (
        each,
      ) => html`<p class="govuk-body">${lossSaid(each)}${each.words.trim() !== '' && verbatim(each.words)}
        <span class="govuk-hint">Recorded ${momentInWords(each.recordedAt, calendar)} by
          ${each.recordedByName ?? 'Lintel'}</span></p>`,
    )}${
      out &&
      html`<p class="govuk-body"><a class="govuk-link" href="${paths.loss(file.id, offer.id)}">${
        lost ? 'What they say of it' : 'It is lost'
      }</a> &nbsp; <a class="govuk-link" href="${paths.cameBack(file.id, offer.id)}">${
        lost ? 'It was found' : 'It came back'
      }</a></p>`
    }`;
}

function lossSaid({ happenedOn, feared, way, shut }: Loss): string {
  const asked =
    feared === 'not_asked'
      ? 'they have not been asked yet whether somebody they fear has it'
      : `whether somebody they fear has it: ${labelOf(fearedAnswers, feared).toLowerCase()}`;
  return [
    `Lost, ${dayOfWeekInWords(happenedOn)}; ${asked}.`,
    way === '' ? '' : `${labelOf(waysOfTelling, way as (typeof waysOfTelling)[number]['value'])}.`,
    shut ? 'The way of contact that led to it is in doubt until it is agreed anew.' : '',
  ].join(' ');
}

interface Facts {
  readonly offer: Offer;
  readonly loan: Loan;
  readonly ways: readonly Choice[];
}

export function lossPage(model: CaseModel, formModel: FormModel, { offer, loan, ways }: Facts): Html {
  const { form } = formModel;
  const first = loan.item.state !== 'lost';
  return html`${caseHead(model, 'Offers', first ? 'It is lost' : 'What they say of it')}
<p class="govuk-body"><strong>${offerInWords(offer)}, ${loan.item.number}</strong></p>
${insetText({
  text: 'Things are lost, taken or broken. It is never held against anybody, and another one can be offered at once.',
})}
${caseForm(
  formModel,
  'Save',
  html`${dayInput(form, 'happened', {
    legend: first ? 'Since when is it gone?' : 'On which day did they say it?',
  })}${radios({
    ...kept(form, 'feared'),
    fieldset: {
      legend: { text: 'May somebody whom they fear have it?', classes: 'govuk-fieldset__legend--s' },
    },
    hint: { text: 'Ask them in a way that does not lead to the thing itself' },
    items: items(fearedAnswers),
  })}${radios({
    ...kept(form, 'leads'),
    fieldset: {
      legend: { text: 'Which agreed way of contact leads to it?', classes: 'govuk-fieldset__legend--s' },
    },
    hint: { text: 'Nobody uses it from now on, until it is agreed anew' },
    items: [...items(ways), { value: noWay, text: 'None of those that are agreed' }],
  })}${radios({
    ...kept(form, 'way'),
    fieldset: { legend: { text: 'How did they tell us?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(waysOfTelling),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'In their own words, or why they were not asked yet', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function backPage(model: CaseModel, formModel: FormModel, { offer, loan }: Facts): Html {
  const { form } = formModel;
  const lost = loan.item.state === 'lost';
  return html`${caseHead(model, 'Offers', lost ? 'It was found' : 'It came back')}
<p class="govuk-body"><strong>${offerInWords(offer)}, ${loan.item.number}</strong></p>
${
  lost &&
  insetText({
    text: 'Nobody knows who had it meanwhile, or what was put on it. Offer another one rather than use it again.',
  })
}
${caseForm(
  formModel,
  'Save',
  html`${
    lost &&
    radios({
      ...kept(form, 'where'),
      fieldset: { legend: { text: 'Where is it now?', classes: 'govuk-fieldset__legend--s' } },
      items: [
        { value: 'us', text: 'With us' },
        { value: 'them', text: 'With them again, as they wish' },
      ],
    })
  }${dayInput(form, 'happened', { legend: 'On which day?' })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'Anything that somebody has to know', classes: 'govuk-label--s' },
    rows: 2,
  })}`,
)}`;
}
