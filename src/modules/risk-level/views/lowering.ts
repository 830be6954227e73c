import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { levelLabel } from '../level.ts';
import type { LoweringOnFile } from '../store/lowerings.ts';
import type { Rating } from '../store/ratings.ts';
import { levelTag, routeList } from './level-parts.ts';

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
  const { proposedByName, proposedAt, from, to, reason, decision, decidedAt, decidedByName, decidedWhy } =
    lowering;
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  const words = { confirmed: 'Confirmed', declined: 'Declined', withdrawn: 'Taken back' } as const;
  return summaryList({
    rows: [
      { key: { text: 'Stands now' }, value: { html: levelTag(rating.level) } },
      {
        key: { text: 'Proposed' },
        value: {
          html: html`From ${levelLabel(from).toLowerCase()} to <strong>${levelLabel(to).toLowerCase()}</strong>, by ${proposedByName}, ${when(proposedAt)}`,
        },
      },
      { key: { text: 'Reason' }, value: { html: verbatim(reason) } },
      decision === null &&
        rating.routes.length + rating.reason.length > 0 && {
          key: { text: `Why it is ${levelLabel(rating.level).toLowerCase()}` },
          value: { html: html`${rating.reason && verbatim(rating.reason)}${routeList(rating.routes)}` },
        },
      decision !== null &&
        decidedAt !== null && {
          key: { text: words[decision] },
          value: {
            html: html`${when(decidedAt)} by ${decidedByName ?? 'Lintel'}${decidedWhy && verbatim(decidedWhy)}`,
          },
        },
    ],
  });
}

function decide(
  { pack }: CaseModel,
  formModel: FormModel,
  { mayConfirm, mayDecline, mayWithdraw, lowering }: LoweringFacts,
): Html {
  const { form } = formModel;
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
    html`${radios({
      ...kept(form, 'decision'),
      fieldset: { legend: { text: 'Your decision', classes: 'govuk-fieldset__legend--s' } },
      items: ways,
    })}${textarea({
      ...kept(form, 'why'),
      label: { text: 'Why', classes: 'govuk-label--s' },
      hint: { text: 'Needed where you decline' },
      rows: 4,
    })}`,
  )}`;
}
