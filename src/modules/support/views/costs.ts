import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  deciding,
  type FormModel,
  verbatim,
} from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { pounds } from '#rules/pounds.ts';
import { addsUpDays } from '../cost.ts';
import { noFund } from '../forms/step-forms.ts';
import { paths } from '../paths.ts';
import type { SupportCost } from '../store/costs.ts';
import type { Offer } from '../store/rows.ts';
import { offerInWords } from '../words.ts';

interface Facts {
  readonly offer: Offer;
  /** What was approved in this case without a second person, in pence. */
  readonly before: number;
  readonly limit: number;
  readonly funds: readonly { readonly id: string; readonly name: string; readonly about: string }[];
}

/** What it may cost; nothing is ordered before. */
export function approvalPage(
  model: CaseModel,
  formModel: FormModel,
  { offer, before, limit, funds }: Facts,
): Html {
  const { form } = formModel;
  const left = Math.max(0, limit - before);
  const so = before > 0 ? `, and ${pounds(before)} of it is approved` : '';
  const bound = `one person may approve ${pounds(limit)} within ${addsUpDays} days of a case${so}`;
  return html`${caseHead(model, 'Offers', 'What it may cost')}
<p class="govuk-body"><strong>${offerInWords(offer)}</strong></p>
${insetText({
  text: `Up to ${pounds(left)} you approve it alone: ${bound}. About more a manager decides, never whoever asks.`,
})}
${caseForm(
  formModel,
  'Save',
  html`${input({
    ...kept(form, 'cost'),
    label: { text: 'At most', classes: 'govuk-label--s' },
    ...{ prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal' },
  })}${
    funds.length > 0 &&
    radios({
      ...kept(form, 'fund'),
      fieldset: { legend: { text: 'From which fund?', classes: 'govuk-fieldset__legend--s' } },
      hint: {
        text: 'Where a fund has too little, it goes on all the same: managers are told and find the money',
      },
      items: [
        ...funds.map(({ id, name, about }) => ({
          value: id,
          text: name,
          ...(about && { hint: { text: about } }),
        })),
        { value: noFund, text: 'From none of them' },
      ],
    })
  }${textarea({
    ...kept(form, 'words'),
    label: { text: 'What for', classes: 'govuk-label--s' },
    rows: 2,
  })}`,
)}`;
}

interface Decision {
  readonly cost: SupportCost;
  readonly offer: Offer;
  readonly may: Verdict;
}

/** What a manager is asked, why, and the decision. */
export function costPage(model: CaseModel, formModel: FormModel, { cost, offer, may }: Decision): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  const { form } = formModel;
  return html`${caseHead(model, 'Offers', 'What it may cost')}${summaryList({
    rows: [
      { key: { text: 'What' }, value: { text: offerInWords(offer) } },
      proposedRow(cost, when, 'Asked for'),
      { key: { text: cost.spent ? 'Was spent' : 'At most' }, value: { text: pounds(cost.pence) } },
      cost.fundName !== null && { key: { text: 'From' }, value: { text: cost.fundName } },
      { key: { text: 'What for' }, value: { html: verbatim(cost.why) } },
      decidedRow(cost, when, { approved: 'Approved' }),
      cost.next !== '' && {
        key: { text: 'What happens next for them' },
        value: { html: verbatim(cost.next) },
      },
    ],
  })}${
    cost.spent &&
    insetText({
      text: 'It is more than was approved, and is spent. Nothing is taken away from anybody, whatever you decide.',
    })
  }${
    cost.decision === null &&
    deciding(model, formModel, {
      may,
      ways: [
        { value: 'approved', text: 'Approve' },
        { value: 'declined', text: 'Do not approve' },
      ],
      hint: 'Needed where you do not approve it',
      more: textarea({
        ...kept(form, 'next'),
        label: { text: 'If you do not: what happens next for them?', classes: 'govuk-label--s' },
        hint: {
          text: 'They said that they would like it: another way, another fund, by when, and who tells them',
        },
        rows: 3,
      }),
      withdraw: paths.costWithdrawal(model.file.id, cost.id),
    })
  }`;
}

/** On the page of an offer: what was asked of a manager, and what became of it. */
export function costsPart({ file, calendar }: CaseModel, costs: readonly SupportCost[]): Html | undefined {
  if (costs.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">What a manager was asked</h2>
<ul class="govuk-list govuk-list--spaced">${costs.map(
    (each) => html`<li><a class="govuk-link" href="${paths.cost(file.id, each.id)}">${pounds(each.pence)}${
      each.spent && ' that was spent'
    }, ${stands(each)}</a><span class="govuk-hint">Asked ${momentInWords(each.proposedAt, calendar)} by
      ${each.proposedByName ?? 'Lintel'}</span>${each.next !== '' && verbatim(each.next)}</li>`,
  )}</ul>`;
}

function stands({ decision }: SupportCost): string {
  if (decision === null) return 'waits for a decision';
  return { approved: 'approved', declined: 'not approved', withdrawn: 'taken back' }[decision];
}
