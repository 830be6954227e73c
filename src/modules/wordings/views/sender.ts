import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { paths } from '../paths.ts';
import type { EndedSender, Sender } from '../store/sender.ts';
import type { SenderProposal } from '../store/sender-proposals.ts';
import { linkTo, type When } from './parts.ts';

interface SenderModel {
  readonly inUse: Sender | null;
  readonly ended: EndedSender | null;
  readonly proposals: readonly SenderProposal[];
  readonly mayManage: boolean;
  readonly when: When;
}

/** Whom people call, and where post comes back to: what is in use, what waits for a second person, and another one. */
export function senderPage(formModel: FormModel, model: SenderModel): Html {
  const { proposals, when } = model;
  const waiting = proposals.filter(({ decision }) => decision === null);
  const decided = proposals.filter(({ decision }) => decision !== null);
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(formModel)}<h1
class="govuk-heading-l">Number and return address</h1>
<p class="govuk-body">Every message asks people to call this number. One proposes it, and another person, who has rung
it, decides.</p>${standing(model)}${
    waiting.length > 0 &&
    html`<h2 class="govuk-heading-m">Waiting for a decision</h2><ul class="govuk-list">${waiting.map(
      (each) =>
        html`<li>${linkTo(paths.senderProposal(each.id), each.callBack)}, proposed ${when(each.proposedAt)} by ${
          each.proposedByName ?? 'Lintel'
        }</li>`,
    )}</ul>`
  }<h2 class="govuk-heading-m">Propose another</h2>
<p class="govuk-body">Whoever calls must hear nothing that tells who we are, nor on an answering machine. Try the number
from a telephone of your own first. Until somebody else agrees, nothing changes.</p>${formItself(
    formModel,
    'Propose it',
    fields(formModel),
  )}${
    decided.length > 0 &&
    details({
      summaryText: 'Earlier proposals',
      html: html`<ul class="govuk-list">${decided.map((each) => earlier(each, when))}</ul>`,
    })
  }</div></div>`;
}

function fields({ form }: FormModel): Html {
  return html`${input({
    ...kept(form, 'callBack'),
    label: { text: 'Number to call', classes: 'govuk-label--s' },
    classes: 'govuk-input--width-20',
    inputmode: 'tel',
    autocomplete: 'off',
  })}${textarea({
    ...kept(form, 'returnAddress'),
    label: { text: 'Return address', classes: 'govuk-label--s' },
    hint: { text: 'A post-office box without our name. It is seen through the window of the envelope' },
    rows: 4,
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Why it changes', classes: 'govuk-label--s' },
    hint: { text: 'Whoever decides reads it, and it is kept' },
    rows: 3,
  })}`;
}

function standing({ inUse, ended, mayManage, when }: SenderModel): Html {
  if (inUse === null)
    return html`${warningText({
      text: 'No number is in use: nothing that gives one leaves, and no letter can be printed.',
    })}${
      ended &&
      html`<p class="govuk-body">The last one, ${ended.callBack}, was taken out of use ${when(ended.endedAt)} by ${
        ended.endedByName ?? 'Lintel'
      }.</p>${verbatim(ended.endedWhy)}`
    }`;
  const { callBack, returnAddress, setAt, setByName, proposalId, somebodys } = inUse;
  const agreed = proposalId
    ? html`${when(setAt)}, ${linkTo(paths.senderProposal(proposalId), 'by two people')}`
    : html`${when(setAt)}, by ${setByName ?? 'Lintel'} alone, before a second person was asked`;
  return html`<h2 class="govuk-heading-m">In use</h2>${
    somebodys &&
    warningText({
      text:
        'The register has this number as somebody’s by now: nothing that gives it leaves. Take it out of use, and ' +
        'propose another.',
    })
  }${summaryList({
    rows: [
      { key: { text: 'Number to call' }, value: { text: callBack } },
      { key: { text: 'Return address' }, value: { html: verbatim(returnAddress) } },
      { key: { text: 'Agreed' }, value: { html: agreed } },
    ],
  })}${
    mayManage &&
    button({
      text: 'Take the number out of use',
      href: paths.endSender,
      classes: 'govuk-button--secondary',
    })
  }`;
}

const became = { approved: 'agreed', declined: 'declined', withdrawn: 'taken back' } as const;

function earlier({ id, callBack, decision, decidedAt }: SenderProposal, when: When): Html {
  const how = decision === null ? 'proposed' : became[decision];
  return html`<li>${linkTo(paths.senderProposal(id), callBack)}, ${how}${decidedAt && ` ${when(decidedAt)}`}</li>`;
}

/** Nothing gives it any more: one person is enough to say less. */
export function endingSenderPage(formModel: FormModel, { callBack }: Sender): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(formModel)}<h1
class="govuk-heading-l">Take the number out of use</h1>
<p class="govuk-body">At once, and without a second person: nothing more is sent or printed that gives ${callBack}. What
waits to leave with it is held, and what is printed is stopped. What was proposed in its place falls. Until two people
have agreed to another number, no message can give one.</p>${formItself(
    formModel,
    'Take it out of use',
    textarea({
      ...kept(formModel.form, 'why'),
      label: { text: 'Why', classes: 'govuk-label--s' },
      rows: 3,
    }),
  )}</div></div>`;
}
