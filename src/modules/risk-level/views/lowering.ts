import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { levelLabel } from '../level.ts';
import type { LoweringOnFile } from '../store/lowerings.ts';
import type { Rating } from '../store/ratings.ts';
import { ratingTag, routeList } from './level-parts.ts';

export interface LoweringFacts {
  readonly lowering: LoweringOnFile;
  /** What stands now. */
  readonly rating: Rating;
  readonly mayConfirm: Verdict;
  readonly mayDecline: Verdict;
  readonly mayWithdraw: Verdict;
}

/** Four eyes: the reason of one, and the decision of another. The higher level stands until then. */
export function loweringPage(model: CaseModel, formModel: FormModel, facts: LoweringFacts): Html {
  const { lowering } = facts;
  return html`${caseHead(model, 'Risk', 'A lower level of risk')}${told(model, facts)}${
    lowering.decision === null && decide(model, formModel, facts)
  }`;
}

function told({ calendar }: CaseModel, { lowering, rating }: LoweringFacts): Html {
  const { from, to, reason, decision } = lowering;
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  return summaryList({
    rows: [
      { key: { text: 'Stands now' }, value: { html: ratingTag(rating) } },
      {
        key: { text: 'Wanted' },
        value: {
          html: html`From ${levelLabel(from).toLowerCase()} to <strong>${levelLabel(to).toLowerCase()}</strong>`,
        },
      },
      proposedRow(lowering, when),
      { key: { text: 'Reason' }, value: { html: verbatim(reason) } },
      decision === null &&
        rating.routes.length + rating.reason.length > 0 && {
          key: { text: `Why it is ${levelLabel(rating.level).toLowerCase()}` },
          value: { html: html`${rating.reason && verbatim(rating.reason)}${routeList(rating.routes)}` },
        },
      decidedRow(lowering, when, { confirmed: 'Confirmed' }),
    ],
  });
}

function decide(
  { pack }: CaseModel,
  formModel: FormModel,
  { mayConfirm, mayDecline, mayWithdraw, lowering }: LoweringFacts,
): Html {
  const ways = [
    mayConfirm.allowed && {
      value: 'confirmed',
      text: `Confirm: the risk is ${levelLabel(lowering.to).toLowerCase()}`,
    },
    mayDecline.allowed && {
      value: 'declined',
      text: `Decline: it stays ${levelLabel(lowering.from).toLowerCase()}`,
    },
    mayWithdraw.allowed && { value: 'withdrawn', text: 'Take it back' },
  ].filter((way) => way !== false);
  const not = !mayConfirm.allowed && html`<p class="govuk-body">${because(pack, mayConfirm)}</p>`;
  if (ways.length === 0) return html`${not}`;
  return html`${not}${caseForm(
    formModel,
    'Save the decision',
    decisionFields(formModel.form, { ways, hint: 'Needed where you decline' }),
  )}`;
}
