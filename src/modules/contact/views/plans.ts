import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { kept } from '#kit/components/form-state.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  verbatim,
  way,
} from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { lastDayToTryAgain, workingDaysAhead } from '../contact-plan.ts';
import type { PlanOnFile } from '../store/contact-plans.ts';

/** Proposed while the clock runs, and not asked of anybody: safety outranks the deadline (L2.12a). */
export function newPlanPage(model: CaseModel, formModel: FormModel, may: Verdict): Html {
  const { form } = formModel;
  const last = dayOfWeekInWords(lastDayToTryAgain(model.now, model.calendar));
  const head = html`${caseHead(model, 'Contact', 'No safe way today')}
<p class="govuk-body">A plan for when there is no safe way to make contact today. A manager other than you decides.
  Until then the clock runs on; approved, the promise counts as met by plan, apart from those kept,
  and contact on the day that you choose is promised instead.
  Each further day needs a plan, and an approval, of its own.</p>`;
  if (!may.allowed) return html`${head}${way(model.pack, may, 'Propose a plan', formModel.action)}`;
  return html`${head}${caseForm(
    formModel,
    'Propose this plan',
    html`${textarea({
      ...kept(form, 'why'),
      label: { text: 'Why is there no safe way today?', classes: 'govuk-label--s' },
      rows: 4,
    })}${textarea({
      ...kept(form, 'plan'),
      label: { text: 'What will be done instead, and by whom?', classes: 'govuk-label--s' },
      hint: { text: 'It never becomes “just ring them”.' },
      rows: 4,
    })}${momentInput(form, 'again', {
      legend: 'When will somebody try again?',
      hint: `At the latest on ${last}, ${workingDaysAhead} working days ahead`,
    })}`,
  )}`;
}

export function planPage(model: CaseModel, formModel: FormModel, plan: PlanOnFile, may: Verdict): Html {
  return html`${caseHead(model, 'Contact', 'Plan: no safe way today')}${planFacts(model, plan)}${
    plan.decision === null &&
    (may.allowed ? decision(formModel) : html`<p class="govuk-body">${because(model.pack, may)}</p>`)
  }`;
}

function planFacts({ calendar }: CaseModel, plan: PlanOnFile): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  return summaryList({
    rows: [
      proposedRow(plan, when),
      { key: { text: 'Why there is no safe way' }, value: { html: verbatim(plan.why) } },
      { key: { text: 'What is done instead' }, value: { html: verbatim(plan.plan) } },
      {
        key: { text: 'Tried again' },
        value: { text: `${when(plan.tryAgainAt)}. Asked for that day, and for no other` },
      },
      decidedRow(plan, when, { approved: 'Approved' }),
    ],
  });
}

function decision(formModel: FormModel): Html {
  return caseForm(
    formModel,
    'Save the decision',
    decisionFields(formModel.form, {
      ways: [
        { value: 'approved', text: 'Approve: it is safer than making contact today' },
        { value: 'declined', text: 'Decline: there is a safer way' },
      ],
      hint: 'Needed where you decline: say what would be safer',
    }),
  );
}
