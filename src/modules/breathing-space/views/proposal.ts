import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
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
    html`${
      may.allowed
        ? caseForm(
            formModel,
            'Save the decision',
            decisionFields(formModel.form, {
              ways: [
                { value: 'approved', text: 'Agree' },
                { value: 'declined', text: declining[proposal.asks] },
              ],
              hint: 'Needed where you decline it',
            }),
          )
        : html`<p class="govuk-body">${because(model.pack, may)}</p>`
    }${withdrawal(paths.withdrawal(model.file.id, proposal.id), formModel)}`
  }`;
}

const declining: Readonly<Record<SpaceProposal['asks'], string>> = {
  end: 'Decline: it stands as it is',
  longer: 'Decline: its last day stays',
  again: 'Decline: this one ends, and they are told safely',
};
