import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, deciding, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { type WhyTwo, whyTwoDecide } from '../pausing.ts';
import type { PauseProposal } from '../store/pause-proposals.ts';

/** What they wish, why one person alone does not decide it, and the decision. */
export function pauseProposalPage(
  model: CaseModel,
  formModel: FormModel,
  proposal: PauseProposal,
  may: Verdict,
): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  return html`${caseHead(model, 'Pause and closing', 'A pause that a manager decides')}${summaryList({
    rows: [
      proposedRow(proposal, when),
      {
        key: { text: `What the ${model.pack.words.person} wants` },
        value: { html: verbatim(proposal.wish) },
      },
      {
        key: { text: 'In touch again' },
        value: {
          text: [dayOfWeekInWords(proposal.nextContactOn), proposal.nextContactHow]
            .filter(Boolean)
            .join(': '),
        },
      },
      { key: { text: 'Why a manager decides' }, value: { text: whyTwoInWords(proposal.whyTwo) } },
      decidedRow(proposal, when, { approved: 'Approved' }),
    ],
  })}${
    proposal.decision === null &&
    deciding(model, formModel, {
      may,
      ways: [
        { value: 'approved', text: 'Approve: the case rests until that day' },
        { value: 'declined', text: 'Decline: something is needed first' },
      ],
      hint: 'Needed where you decline it: say what they need instead',
      withdraw: paths.pauseWithdrawal(model.file.id, proposal.id),
    })
  }`;
}

export function whyTwoInWords(why: readonly WhyTwo[]): string {
  return why.map((each) => labelOf(whyTwoDecide, each)).join(' ');
}
