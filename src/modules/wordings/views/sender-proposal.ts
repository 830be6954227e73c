import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { paths } from '../paths.ts';
import type { Sender } from '../store/sender.ts';
import type { SenderProposal } from '../store/sender-proposals.ts';
import type { When } from './parts.ts';

interface ProposalModel {
  readonly proposal: SenderProposal;
  readonly inUse: Sender | null;
  readonly pack: Pack;
  readonly mayApprove: Verdict;
  readonly mayDecline: Verdict;
  readonly mayTakeBack: Verdict;
  readonly takingBack: { readonly csrf: string; readonly submissionId: string; readonly version: number };
  readonly when: When;
}

/** Another number and return address beside what is in use, who proposed them, why, and how it was decided. */
export function senderProposalPage(model: ProposalModel, form: FormModel): Html {
  const { proposal, inUse, when } = model;
  const waits = proposal.decision === null;
  const overtaken = proposal.decision === 'withdrawn' && proposal.decidedWhy !== '';
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">Another number and return address</h1>${summaryList(
    {
      rows: [
        { key: { text: 'Number to call' }, value: { text: proposal.callBack } },
        waits && { key: { text: 'Instead of' }, value: { text: inUse?.callBack ?? 'None is in use' } },
        { key: { text: 'Return address' }, value: { html: verbatim(proposal.returnAddress) } },
        waits &&
          inUse !== null && { key: { text: 'Instead of' }, value: { html: verbatim(inUse.returnAddress) } },
        { key: { text: 'Why it changes' }, value: { html: verbatim(proposal.why) } },
        proposedRow(proposal, when),
        decidedRow(proposal, when, { approved: 'Agreed', ...(overtaken && { withdrawn: 'Fell' }) }),
      ],
    },
  )}${waits && decision(model, form)}`;
}

function decision(
  { proposal, pack, mayApprove, mayDecline, mayTakeBack, takingBack }: ProposalModel,
  form: FormModel,
): Html {
  if (!mayDecline.allowed)
    return html`<p class="govuk-body">${because(pack, mayDecline)}</p>${
      mayTakeBack.allowed && withdrawal(paths.takeBackSender(proposal.id), takingBack)
    }`;
  const fields = decisionFields(form.form, {
    legend: 'May messages give this number and address?',
    ways: [
      ...(mayApprove.allowed ? [{ value: 'approved', text: 'Yes, from now on' }] : []),
      { value: 'declined', text: 'No' },
    ],
    label: 'What you heard when you rang it, or why not',
    hint: 'It is kept, and whoever proposed it reads it',
  });
  return html`${!mayApprove.allowed && warningText({ text: because(pack, mayApprove) })}<p
class="govuk-body">Ring the number from a telephone of your own before you agree. Nobody who answers, and no answering
machine, may tell who we are. What waits with the former number is held, and is written anew.</p>${formItself(
    form,
    'Save the decision',
    fields,
  )}`;
}
