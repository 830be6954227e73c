import { button } from '#kit/components/button.ts';
import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import { closureNotice } from '#rules/closures.ts';
import type { Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { daysOf } from '../closures.ts';
import { paths } from '../paths.ts';
import type { Closure } from '../store/closures.ts';
import { daysInWords, workingDaysInWords } from './closure-words.ts';
import { linkTo, type When } from './parts.ts';
import { whatItMeans } from './propose-closure.ts';

export interface ClosureModel {
  readonly closure: Closure;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  /** It would be agreed later than everybody can plan with. */
  readonly short: boolean;
  readonly mayApprove: Verdict;
  readonly mayDecline: Verdict;
  readonly mayWithdraw: Verdict;
  /** May the opening of its days be proposed? */
  readonly mayOpen: boolean;
  /** May they see who is on call? */
  readonly maySeeOnCall: boolean;
  readonly withdrawing: { readonly csrf: string; readonly submissionId: string; readonly version: number };
  readonly when: When;
}

/** Days that somebody proposed to close, or to open again: who, why, what it means, and the decision. */
export function closurePage(model: ClosureModel, form: FormModel): Html {
  const { closure, calendar, when } = model;
  const opens = closure.opens !== null;
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">${
    opens ? 'Open the office again' : 'Close the office'
  }</h1>${summaryList({
    rows: [
      { key: { text: 'Days' }, value: { text: daysInWords(closure) } },
      {
        key: { text: opens ? 'Open again' : 'Closed' },
        value: { text: workingDaysInWords(daysOf(closure, calendar)) },
      },
      opens && {
        key: { text: 'Of' },
        value: { html: linkTo(paths.closure(closure.opens ?? ''), 'the closure that was agreed') },
      },
      proposedRow(closure, when),
      { key: { text: 'Why' }, value: { html: verbatim(closure.reason) } },
      decidedRow(closure, when, { approved: 'Agreed' }),
      closure.openedAt !== null && {
        key: { text: 'Open after all' },
        value: { text: `As agreed ${when(closure.openedAt)}, as far as its days had not passed` },
      },
    ],
  })}${
    model.short &&
    warningText({
      text: `This would be agreed less than ${closureNotice} days ahead, and the policy board says so.`,
    })
  }${closure.decision === null && decision(model, form)}${
    model.mayOpen &&
    button({
      text: 'Propose to open it again',
      href: paths.openAgain(closure.id),
      classes: 'govuk-button--secondary',
    })
  }${whatItMeans}${
    model.maySeeOnCall && html`<p class="govuk-body">${linkTo('/rota/on-call', 'Who is on call')}</p>`
  }`;
}

function decision(model: ClosureModel, form: FormModel): Html {
  const { closure, pack, mayApprove, mayDecline, mayWithdraw, withdrawing } = model;
  if (!mayDecline.allowed)
    return html`<p class="govuk-body">${because(pack, mayDecline)}</p>${
      mayWithdraw.allowed && withdrawal(paths.withdrawClosure(closure.id), withdrawing)
    }`;
  const opens = closure.opens !== null;
  const fields = decisionFields(form.form, {
    legend: opens ? 'Is the office open on these days after all?' : 'Is the office closed on these days?',
    ways: [
      ...(mayApprove.allowed ? [{ value: 'approved', text: 'Yes, I agree' }] : []),
      { value: 'declined', text: 'No' },
    ],
    hint: 'A no says why. It is kept, and whoever proposed it reads it',
  });
  return html`${!mayApprove.allowed && warningText({ text: because(pack, mayApprove) })}${formItself(
    form,
    'Save the decision',
    fields,
  )}`;
}
