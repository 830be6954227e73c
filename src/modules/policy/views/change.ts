import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { PolicyDecision } from '../change.ts';
import type { Difference } from '../difference.ts';
import { paths } from '../paths.ts';
import { differenceParts } from './difference.ts';
import { day, linkTo, policyName, type When, whatFollows } from './parts.ts';
import { proposerIn } from './policy.ts';

export interface ChangeModel {
  readonly change: {
    readonly id: string;
    readonly packId: string;
    readonly packVersion: string;
    readonly fromDay: Temporal.PlainDate;
    readonly reason: string;
    readonly proposedAt: Temporal.Instant;
    readonly proposedByName: string | null;
    readonly decision: PolicyDecision | null;
    readonly decidedAt: Temporal.Instant | null;
    readonly decidedByName: string | null;
    readonly decidedWhy: string;
    readonly version: number;
  };
  /** The policy in force now, whose clause a refusal cites. */
  readonly own: Pack;
  /** The policy that is proposed; undefined where it is not at hand any more. */
  readonly pack: Pack | undefined;
  /** What it takes the place of. */
  readonly before: { readonly pack: Pack | undefined; readonly packId: string; readonly version: string };
  /** Null where one of the two texts is not at hand any more. */
  readonly difference: Difference | null;
  readonly mayApprove: Verdict;
  readonly mayDecline: Verdict;
  readonly mayWithdraw: Verdict;
  readonly maySimulate: boolean;
  readonly withdrawing: { readonly csrf: string; readonly submissionId: string; readonly version: number };
  readonly when: When;
}

/** One change of policy: who proposed it and why, all that would be different, and its decision. */
export function changePage(model: ChangeModel, form: FormModel): Html {
  const { change, pack, before, difference } = model;
  const { packId, packVersion } = change;
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">A change of policy</h1>
${summaryList({
  rows: [
    { key: { text: 'Policy' }, value: { text: policyName(pack, packId, packVersion) } },
    { key: { text: 'From' }, value: { text: `${day(change.fromDay)}, at midnight` } },
    { key: { text: 'In place of' }, value: { text: policyName(before.pack, before.packId, before.version) } },
    proposedRow({ ...change, proposedByName: proposerIn(change.proposedByName) }, model.when),
    { key: { text: 'Why' }, value: { html: verbatim(change.reason) } },
    decidedRow(change, model.when, { approved: 'Approved' }),
  ],
})}
<h2 class="govuk-heading-m">What would be different</h2>
${
  difference
    ? differenceParts(difference)
    : html`<p class="govuk-body">One of the two texts is not on the server any
more, so that they cannot be compared.</p>`
}
${whatIf(model)}${change.decision === null && decision(model, form)}${whatFollows}`;
}

function whatIf({ maySimulate, pack, own, change }: ChangeModel): Html | false {
  if (!maySimulate || !pack || pack.id === own.id || change.decision === 'declined') return false;
  return html`<p class="govuk-body">${linkTo(paths.whatIf(pack.id), 'What if it had held last year?')} The same promises
under its terms: which would have been broken, and how much work it would have been.</p>`;
}

function decision(model: ChangeModel, form: FormModel): Html {
  const { change, own, mayApprove, mayDecline, mayWithdraw, withdrawing } = model;
  if (!mayDecline.allowed)
    return html`<p class="govuk-body">${because(own, mayDecline)}</p>${
      mayWithdraw.allowed && withdrawal(paths.withdraw(change.id), withdrawing)
    }`;
  const fields = decisionFields(form.form, {
    legend: 'Is this policy to hold?',
    ways: [
      ...(mayApprove.allowed ? [{ value: 'approved', text: `Yes, from ${day(change.fromDay)}` }] : []),
      { value: 'declined', text: 'No' },
    ],
    hint: 'A no says why. It is kept, and whoever proposed it reads it',
  });
  return html`${!mayApprove.allowed && warningText({ text: because(own, mayApprove) })}${formItself(
    form,
    'Save the decision',
    fields,
  )}`;
}
