import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, deciding, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { asked, endingsByTwo } from '../deciding.ts';
import { paths } from '../paths.ts';
import type { SpaceProposal } from '../store/proposals.ts';

/** What a manager is asked, why, and the decision. */
export function proposalPage(
  model: CaseModel,
  formModel: FormModel,
  proposal: SpaceProposal,
  may: Verdict,
): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  const { until, because: ending } = proposal;
  return html`${caseHead(model, 'Breathing space', labelOf(asked, proposal.asks))}${summaryList({
    rows: [
      proposedRow(proposal, when),
      ending !== '' && { key: { text: 'Because' }, value: { text: labelOf(endingsByTwo, ending) } },
      until !== null && { key: { text: 'Its last day would be' }, value: { text: dateInWords(until) } },
      { key: { text: 'Why' }, value: { html: verbatim(proposal.why) } },
      decidedRow(proposal, when, { approved: 'Agreed' }),
    ],
  })}${
    proposal.decision === null &&
    deciding(model, formModel, {
      may,
      ways: [
        { value: 'approved', text: 'Agree' },
        { value: 'declined', text: declining[proposal.asks] },
      ],
      hint: 'Needed where you decline it',
      withdraw: paths.withdrawal(model.file.id, proposal.id),
    })
  }`;
}

const declining: Readonly<Record<SpaceProposal['asks'], string>> = {
  end: 'Decline: it stands as it is',
  longer: 'Decline: its last day stays',
  again: 'Decline: this one ends, and they are told safely',
};
