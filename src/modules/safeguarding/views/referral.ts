import { button } from '#kit/components/button.ts';
import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { sharingPaths, tellings, views } from '#modules/sharing/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { basisOf } from '#rules/lawful-basis.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { askedBecause } from '../asked-by.ts';
import { paths } from '../paths.ts';
import {
  knownByWays,
  lastWritten,
  referralAnswers,
  type Standing,
  saidInWords,
  standingInWords,
} from '../referral.ts';
import type { DecidedRow, FactRow, NoReferralRow, Referral, StepRow } from '../store/rows.ts';
import type { WrittenRow } from '../store/write.ts';
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

export interface ReferralShown extends ReferralModel {
  readonly written: readonly WrittenRow[];
}

/** The heading of every page of it: in the frame of the case, or alone. */
export function referralHead({ model }: ReferralModel, heading: string): Html {
  return model ? caseHead(model, 'Safeguarding', heading) : html`<h1 class="govuk-heading-l">${heading}</h1>`;
}

/** What is owed, what was really done, and who decided what. */
export function referralPage(page: ReferralShown, form: FormModel, deciding: Verdict | null): Html {
  const { referral, calendar } = page;
  const { standing } = referral;
  const last = lastWritten(referral);
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  return html`${referralHead(page, titleOf(referral))}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: html`<strong>${standingInWords(standing)}</strong>` } },
    { key: { text: 'About' }, value: { text: referral.about } },
    { key: { text: 'What was said at first' }, value: { text: saidInWords(referral.said) } },
    referral.why === '' ? null : { key: { text: 'Why' }, value: { html: verbatim(referral.why) } },
    {
      key: { text: referral.said === 'prompted' ? 'Asked for since' : 'Promised' },
      value: { text: `${when(referral.promisedAt)} by ${referral.promisedByName ?? 'Lintel'}` },
    },
  ],
})}
${(standing === 'undecided' || standing === 'to_make' || standing === 'to_decide') && emergency}
${waysOn(referral, standing)}
${referral.facts.length > 0 && factsShown(referral.facts, when)}
${referral.decided.map((each) => decidedShown(each, when))}
${writtenShown(page, when)}
${referral.steps.map((step) => {
  const mayStrike = step.id === last?.id && referral.caseId !== null;
  return stepShown(step, when, mayStrike ? paths.strike(referral.id, step.id) : null);
})}
${referral.decisions.map((decision) => decisionShown(decision, when))}
${deciding && (deciding.allowed ? decision(form) : html`<p class="govuk-body">${because(page.pack, deciding)}</p>`)}`;
}

function waysOn({ id, decided }: Referral, standing: Standing): Html | undefined {
  const made = (classes = '') => button({ text: 'Say to whom it was made', href: paths.made(id), classes });
  const second = 'govuk-button--secondary';
  const decide = (text: string, classes = '') => button({ text, href: paths.decision(id), classes });
  if (standing === 'undecided')
    return html`<div class="govuk-button-group">${decide('Decide about it')}${made(second)}</div>`;
  if (standing === 'to_make')
    return html`<div class="govuk-button-group">${made()}${decide(
      decided.length === 0 ? 'Write down the decision and its ground' : 'Decide anew',
      second,
    )}${button({ text: 'No referral, for a reason', href: paths.noReferral(id), classes: second })}</div>`;
  if (standing === 'to_decide') return made();
  if (standing === 'not_made')
    return html`<div class="govuk-button-group">${made()}${decide('It is referred after all', second)}</div>`;
  return button({
    text: standing === 'answered' ? 'Add what they said' : 'What came back, or that you asked again',
    href: paths.answer(id),
  });
}

/** What was written to be sent, and the way to it: exactly what left is kept there. */
function writtenShown({ referral, written }: ReferralShown, when: When): Html | undefined {
  const { caseId } = referral;
  if (caseId === null) return undefined;
  const add = html`<p class="govuk-body"><a class="govuk-link" href="${paths.write(referral.id)}">Write the referral
  and send it from here</a></p>`;
  if (written.length === 0) return referral.standing === 'answered' ? undefined : add;
  return html`<h2 class="govuk-heading-m">Written here</h2><ul class="govuk-list govuk-list--bullet">${written.map(
    ({ id, agency, decidedAt, left }) =>
      html`<li><a class="govuk-link" href="${sharingPaths.share(caseId, id)}">For ${agency}, ${when(decidedAt)}</a>.
      ${left ? 'It left; exactly what is kept there' : 'It has not left'}.</li>`,
  )}</ul>${add}`;
}

type When = (instant: Temporal.Instant) => string;

/** Since when somebody here knew, and when Lintel learned of it: neither can be made earlier by deciding later. */
function factsShown(facts: readonly FactRow[], when: When): Html {
  return html`<h2 class="govuk-heading-m">Why it is asked</h2><ul class="govuk-list govuk-list--bullet">${facts.map(
    ({ reason, knownAt, weighedAt, enteredByName }) =>
      html`<li>${labelOf(askedBecause, reason)}. Known since ${when(knownAt)}${
        weighedAt.since(knownAt).total('hours') > 1 && `, noted ${when(weighedAt)}`
      }${enteredByName && `, entered by ${enteredByName}`}.</li>`,
  )}</ul>`;
}

function decidedShown(decided: DecidedRow, when: When): Html {
  const { decision, why, consent, consentWords, basis, condition, told, toldWhy } = decided;
  const law = [basis, condition].map((id) => basisOf(id)?.title).filter(Boolean);
  const words = (label: string, more: string) => html`${label}${more !== '' && verbatim(more)}`;
  return html`<h2 class="govuk-heading-m">${
    decision === 'refer' ? 'Decided: it is referred' : 'Decided: it is not referred'
  }</h2>${summaryList({
    rows: [
      {
        key: { text: 'Decided' },
        value: { text: `${when(decided.decidedAt)} by ${decided.decidedByName ?? 'Lintel'}` },
      },
      { key: { text: 'Why' }, value: { html: verbatim(why) } },
      { key: { text: 'What they say of it' }, value: { html: words(labelOf(views, consent), consentWords) } },
      law.length > 0 && { key: { text: 'On what ground' }, value: { text: law.join('; ') } },
      { key: { text: 'Whether they know' }, value: { html: words(labelOf(tellings, told), toldWhy) } },
    ].filter((row) => row !== false),
  })}`;
}

const titles = {
  made: 'Made',
  chased: 'Asked again',
  acknowledged: 'They have it',
  answered: 'Answer',
} as const;

/** @param strike where to say that it was written down in error; null: nobody does, for something came after it */
function stepShown(step: StepRow, when: When, strike: string | null): Html {
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
    ['How we know', step.knownBy && labelOf(knownByWays, step.knownBy)],
    [
      'In error',
      step.struckAt &&
        `Recorded in error, said ${step.struckByName ?? 'Lintel'} on ${when(step.struckAt)}: ${step.struck ?? ''}`,
    ],
  ] as const;
  return html`<h2 class="govuk-heading-m">${titles[step.step]}</h2>${summaryList({
    rows: [
      ...rows.map(([key, text]) => (!text ? null : { key: { text: key }, value: { text } })),
      step.words === '' ? null : { key: { text: 'What was said' }, value: { html: verbatim(step.words) } },
    ],
  })}${
    strike &&
    html`<p class="govuk-body"><a class="govuk-link" href="${strike}">This was written down in error</a></p>`
  }`;
}

function decisionShown(decision: NoReferralRow, when: When): Html {
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
