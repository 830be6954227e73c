import { decidedRow, decisionFields, proposedRow, withdrawal } from '#kit/components/decision.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  verbatim,
} from '#modules/case-file/pure.ts';
import { reopeningReasons } from '#modules/cases/pure.ts';
import { dangerNowQuestion } from '#modules/danger/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type ClosingFacts, closingReasons, type Hurdle, toldAnswers } from '../closing.ts';
import { paths } from '../paths.ts';
import type { Closing } from '../store/closings.ts';
import { calledOff, type Still } from './called-off.ts';
import { hurdleList } from './hurdles.ts';

interface Closable {
  readonly facts: ClosingFacts;
  readonly hurdles: readonly Hurdle[];
  readonly planned: Still;
  readonly open: boolean;
}

export function newClosingPage(
  model: CaseModel,
  formModel: FormModel,
  { facts, hurdles, planned, open }: Closable,
): Html {
  const { person } = model.pack.words;
  const head = caseHead(model, 'Pause and closing', 'Close this case');
  if (!open)
    return html`${head}<p class="govuk-body">This case is closed, or closing it waits for a manager’s signature.</p>`;
  const { form } = formModel;
  return html`${head}
<p class="govuk-body">Staying in the relationship, or not answering us, is never a reason to close.
  Let the case rest instead, at the ${person}’s own wish, or keep it open and say when somebody tries again.</p>
<h2 class="govuk-heading-m">Before it can be closed</h2>${hurdleList(model.pack, model.file.id, hurdles)}
${facts.everHigh && html`<p class="govuk-body">The risk was high at some time, so a manager other than you signs.</p>`}
${calledOff(model, planned)}
<h2 class="govuk-heading-m">Closing</h2>
${caseForm(
  formModel,
  'Close this case',
  html`${radios({
    ...kept(form, 'reason'),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Why may it be closed?', classes: 'govuk-fieldset__legend--s' } },
    items: items(closingReasons),
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'How did it come to this?', classes: 'govuk-label--s' },
    hint: { text: 'What was agreed, what was done, and what they said about it' },
    rows: 4,
  })}${radios({
    ...kept(form, 'told'),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: `Was the ${person} told?`, classes: 'govuk-fieldset__legend--s' } },
    items: items(toldAnswers),
  })}${textarea({
    ...kept(form, 'toldHow'),
    label: { text: 'How and when; or why it would not be safe', classes: 'govuk-label--s' },
    rows: 2,
  })}${textarea({
    ...kept(form, 'wayBack'),
    label: { text: 'How can they come back to us?', classes: 'govuk-label--s' },
    hint: { text: 'A name, a safe way, a code word: what they were given' },
    rows: 2,
  })}`,
)}`;
}

interface Decided {
  readonly closing: Closing;
  readonly hurdles: readonly Hurdle[];
  readonly planned: Still;
  readonly may: Verdict;
}

export function decisionPage(
  model: CaseModel,
  formModel: FormModel,
  { closing, hurdles, planned, may }: Decided,
): Html {
  return html`${caseHead(model, 'Pause and closing', 'Closing')}${closingSummary(model, closing)}${
    closing.decision === null &&
    html`<h2 class="govuk-heading-m">Before it can be closed</h2>
      ${hurdleList(model.pack, model.file.id, hurdles)}${calledOff(model, planned)}${
        may.allowed ? signature(formModel) : html`<p class="govuk-body">${because(model.pack, may)}</p>`
      }${withdrawal(paths.withdrawal(model.file.id, closing.id), formModel)}`
  }`;
}

export function closingSummary({ calendar }: CaseModel, closing: Closing): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  return summaryList({
    rows: [
      proposedRow(closing, when, closing.decision === 'not_needed' ? 'Closed' : 'Proposed'),
      {
        key: { text: 'Why' },
        value: { html: html`${labelOf(closingReasons, closing.reason)}${verbatim(closing.why)}` },
      },
      {
        key: { text: 'Told' },
        value: {
          html: html`${labelOf(toldAnswers, closing.told)}${closing.toldHow !== '' && verbatim(closing.toldHow)}`,
        },
      },
      closing.wayBack !== '' && { key: { text: 'The way back' }, value: { html: verbatim(closing.wayBack) } },
      { key: { text: 'Risk then' }, value: { text: closing.riskLevel ?? 'never rated' } },
      closing.decision !== 'not_needed' && decidedRow(closing, when, closingDecisions),
    ],
  });
}

const closingDecisions = {
  signed: 'Signed',
  declined: 'Sent back',
  withdrawn: 'Withdrawn',
  not_needed: 'Closed',
} as const;

function signature(formModel: FormModel): Html {
  return caseForm(
    formModel,
    'Save the decision',
    decisionFields(formModel.form, {
      ways: [
        { value: 'signed', text: 'Sign: it may be closed' },
        { value: 'declined', text: 'Send it back: something is needed first' },
      ],
      hint: 'Needed where you send it back',
    }),
  );
}

export function reopeningPage(model: CaseModel, formModel: FormModel, may: Verdict): Html {
  const head = caseHead(model, 'Pause and closing', 'Open this case again');
  if (!may.allowed) return html`${head}<p class="govuk-body">${because(model.pack, may)}</p>`;
  const { form } = formModel;
  return html`${head}
<p class="govuk-body">Everything that was known stays. Contact is owed as on the first day,
  and the risk is looked at anew.</p>
${caseForm(
  formModel,
  'Open this case again',
  html`${radios({
    ...kept(form, 'reason'),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Why?', classes: 'govuk-fieldset__legend--s' } },
    items: items(reopeningReasons),
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'What happened?', classes: 'govuk-label--s' },
    rows: 4,
  })}${dangerNowQuestion(formModel)}`,
)}`;
}
