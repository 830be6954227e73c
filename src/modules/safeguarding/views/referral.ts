import { button } from '#kit/components/button.ts';
import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { referralAnswers, saidOfReferral, standingInWords, standingOf } from '../referral.ts';
import type { NoReferralRow, Referral, StepRow } from '../store/rows.ts';
import { titleOf } from '../words.ts';
import { emergency } from './of-case.ts';

/** A referral, in its case where there is one. */
export interface ReferralModel {
  readonly referral: Referral;
  readonly model: CaseModel | null;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** The heading of every page of it: in the frame of the case, or alone. */
export function referralHead({ model }: ReferralModel, heading: string): Html {
  return model ? caseHead(model, 'Safeguarding', heading) : html`<h1 class="govuk-heading-l">${heading}</h1>`;
}

/** What is owed, what was really done, and who decided what. */
export function referralPage(page: ReferralModel, form: FormModel, deciding: Verdict | null): Html {
  const { referral, calendar } = page;
  const standing = standingOf(referral.steps, referral.decisions);
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  return html`${referralHead(page, titleOf(referral))}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: html`<strong>${standingInWords(standing)}</strong>` } },
    { key: { text: 'About' }, value: { text: referral.about } },
    { key: { text: 'What was said at first' }, value: { text: labelOf(saidOfReferral, referral.said) } },
    referral.why === '' ? null : { key: { text: 'Why' }, value: { html: verbatim(referral.why) } },
    {
      key: { text: 'Promised' },
      value: { text: `${when(referral.promisedAt)} by ${referral.promisedByName ?? 'Lintel'}` },
    },
  ],
})}
${(standing === 'to_make' || standing === 'to_decide') && emergency}
${waysOn(referral.id, standing)}
${referral.steps.map((step) => stepShown(step, when))}
${referral.decisions.map((decision) => decisionShown(decision, when))}
${deciding && (deciding.allowed ? decision(form) : html`<p class="govuk-body">${because(page.pack, deciding)}</p>`)}`;
}

function waysOn(id: string, standing: ReturnType<typeof standingOf>): Html | undefined {
  const made = button({ text: 'Say to whom it was made', href: paths.made(id) });
  if (standing === 'to_make')
    return html`<div class="govuk-button-group">${made}${button({
      text: 'No referral, for a reason',
      href: paths.noReferral(id),
      classes: 'govuk-button--secondary',
    })}</div>`;
  if (standing === 'to_decide' || standing === 'not_made') return made;
  return button({
    text: standing === 'answered' ? 'Add what they said' : 'What came back, or that you asked again',
    href: paths.answer(id),
  });
}

const titles = { made: 'Made', chased: 'Asked again', answered: 'Answer' } as const;

function stepShown(step: StepRow, when: (instant: Temporal.Instant) => string): Html {
  const late = step.recordedAt.since(step.happenedAt).total('hours') > 1;
  const rows = [
    ['When', when(step.happenedAt)],
    [
      'Written down',
      `${when(step.recordedAt)} by ${step.recordedByName ?? 'Lintel'}${late ? ', afterwards' : ''}`,
    ],
    [step.step === 'made' ? 'To whom' : 'Who', step.whom],
    ['How', step.way],
    ['Reference', step.reference],
    ['Answer', step.answer && labelOf(referralAnswers, step.answer)],
  ] as const;
  return html`<h2 class="govuk-heading-m">${titles[step.step]}</h2>${summaryList({
    rows: [
      ...rows.map(([key, text]) => (text === '' ? null : { key: { text: key }, value: { text } })),
      step.words === '' ? null : { key: { text: 'What was said' }, value: { html: verbatim(step.words) } },
    ],
  })}`;
}

function decisionShown(decision: NoReferralRow, when: (instant: Temporal.Instant) => string): Html {
  return html`<h2 class="govuk-heading-m">No referral was proposed</h2>${summaryList({
    rows: [
      proposedRow(decision, when),
      { key: { text: 'Why' }, value: { html: verbatim(decision.why) } },
      decidedRow(decision, when, { approved: 'Agreed', declined: 'A referral is made after all' }),
    ],
  })}`;
}

function decision(form: FormModel): Html {
  return wholeForm(
    form,
    'Save the decision',
    decisionFields(form.form, {
      ways: [
        { value: 'approved', text: 'I agree: there is no referral' },
        { value: 'declined', text: 'A referral is made' },
      ],
      hint: 'Needed where a referral is made after all: say why',
    }),
  );
}
