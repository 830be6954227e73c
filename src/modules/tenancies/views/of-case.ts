import { button } from '#kit/components/button.ts';
import { decidedRow, proposedRow } from '#kit/components/decision.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { tag } from '#kit/components/tag.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  deciding,
  type FormModel,
  verbatim,
} from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { againstIt, answers, whyNotAhead } from '#rules/may-go-ahead.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { ends, noticeDay, tenancyEvents } from '#rules/tenancy-events.ts';
import { labelOf } from '#rules/words.ts';
import { goesAheadFacts } from '../facts.ts';
import { foundRows } from '../found-words.ts';
import { paths } from '../paths.ts';
import type { Change } from '../store/changes.ts';
import type { AnswerRow, Check, Finding } from '../store/checks.ts';
import { changesInCase } from './changes.ts';
import { findingFields } from './finding.ts';

const head = (model: CaseModel, heading: string) => caseHead(model, 'Tenancy', heading);

/** What came in for the tenancy, whoever asked for it; each is held until two have answered. */
export function ofCasePage(model: CaseModel, checks: readonly Check[], changes: readonly Change[]): Html {
  const { person } = model.pack.words;
  return html`${head(model, 'Changes of the tenancy')}
<p class="govuk-body">Every notice to quit, surrender, and name to be added or taken off is held, whoever serves it. Ask
  the ${person} only as was agreed. Whoever entered it reads that it is held, and never why.</p>
${
  checks.length === 0
    ? html`<p class="govuk-body">None has come in.</p>`
    : checks.map((check) => oneOf(model, check))
}
${changesInCase(model, changes)}`;
}

function oneOf(model: CaseModel, check: Check): Html {
  const { id } = model.file;
  const [found] = check.findings;
  const waiting = check.answers.find(({ decision }) => decision === null);
  return html`<section aria-labelledby="check-${check.id}"><h2 class="govuk-heading-m" id="check-${check.id}">${labelOf(
    tenancyEvents,
    check.kind,
  )}, ${check.tenancy}</h2>
${tag(
  check.answer === null
    ? { text: waiting ? 'Held: a manager decides' : 'Held', classes: 'govuk-tag--yellow' }
    : { text: labelOf(answers, check.answer), classes: 'govuk-tag--grey' },
)}${check.answer === null && law(check)}${found?.servedBy === 'feared' && check.answer === null && urgent}
${summaryList({ rows: [...cameRows(model, check), ...(found ? findingRows(model, found) : [])] })}${
  check.answer === null && holding(model, check)
}${
  check.answer === null &&
  button({
    text: found ? 'Write down what else was found out' : 'Write down what was found out',
    href: paths.finding(id, check.id),
    classes: 'govuk-button--secondary',
  })
}${check.answers.map(
  (each) =>
    html`<p class="govuk-body"><a class="govuk-link" href="${paths.decision(id, each.id)}">${labelOf(
      answers,
      each.answer,
    )}: put to a manager ${momentInWords(each.proposedAt, model.calendar)}</a></p>`,
)}</section>`;
}

const urgent = warningText({
  text:
    'Whoever is feared serves it. Get legal advice today (a court can stop it), and consider a new tenancy for the ' +
    'other: ask who may decide that.',
});

/** A hold of ours stops nobody’s notice: it says until when there is time. */
function law({ kind, givenOn, endsOn }: Pick<Check, 'kind' | 'givenOn' | 'endsOn'>): Html | undefined {
  if (!ends(kind)) return undefined;
  const day = noticeDay(givenOn, endsOn);
  const when = {
    not_known: () => html`No day is on record: find out when it was given and which day it names.`,
    named: (on: Temporal.PlainDate) => html`It names <strong>${dateInWords(on)}</strong>.`,
    soonest: (on: Temporal.PlainDate) => html`The earliest day is <strong>${dateInWords(on)}</strong>.`,
    too_soon: (on: Temporal.PlainDate) =>
      html`It names <strong>${dateInWords(on)}</strong>, less than four weeks away: it may not be valid. Have that
      checked, and count on it until then.`,
  };
  return insetText({
    html: html`<p class="govuk-body"><strong>Our hold does not stop the law.</strong> One joint tenant’s valid notice
  ends a whole periodic tenancy, for everybody, and needs nobody’s consent
  (<cite>Hammersmith v Monk</cite> [1992] 1 AC 478). ${
    day.is === 'not_known' ? when.not_known() : when[day.is](day.on)
  }</p>`,
  });
}

function cameRows(model: CaseModel, check: Check) {
  return [
    {
      key: { text: 'Came' },
      value: {
        text: `${momentInWords(check.saidAt, model.calendar)}, ${
          {
            hand: check.saidByName ?? 'a colleague',
            import: 'by the import of the register',
            api: 'by another system',
          }[check.way]
        }`,
      },
    },
    check.givenOn && { key: { text: 'Given on' }, value: { text: dateInWords(check.givenOn) } },
    check.endsOn && { key: { text: 'Says that it ends on' }, value: { text: dateInWords(check.endsOn) } },
    check.words !== '' && { key: { text: 'What was entered' }, value: { html: verbatim(check.words) } },
    check.way === 'import' && {
      key: { text: 'Already' },
      value: { text: 'It stands so in the housing system: whoever keeps that has to take it back' },
    },
  ];
}

function findingRows(model: CaseModel, found: Finding) {
  return [
    ...foundRows(found).map(([name, text]) => ({ key: { text: name }, value: { text } })),
    {
      key: { text: 'Found out' },
      value: {
        html: html`${momentInWords(found.foundAt, model.calendar)} by ${found.foundByName ?? 'Lintel'}${verbatim(
          found.words,
        )}`,
      },
    },
  ];
}

/** Why it may not go ahead now. */
function holding(model: CaseModel, check: Check): Html | undefined {
  const against = whyNotAhead(goesAheadFacts(check, model.file));
  if (against.length === 0) return undefined;
  return html`<p class="govuk-body">It may not go ahead now:</p><ul class="govuk-list govuk-list--bullet">${against.map(
    (each) => html`<li>${againstIt[each]}</li>`,
  )}</ul>`;
}

export function findingPage(model: CaseModel, formModel: FormModel, check: Check): Html {
  return html`${head(model, `${labelOf(tenancyEvents, check.kind)}: what was found out`)}${law(check)}${caseForm(
    formModel,
    'Save',
    findingFields(formModel.form, 'Not yet: it stays held'),
  )}`;
}

/** What a manager decides about, with everything that it rests on. */
export function decisionPage(
  model: CaseModel,
  formModel: FormModel,
  {
    check,
    proposal,
    overtaken,
  }: { readonly check: Check; readonly proposal: AnswerRow; readonly overtaken: boolean },
  may: Verdict,
): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, model.calendar);
  const found = check.findings.find(({ id }) => id === proposal.findingId);
  const agree = overtaken ? [] : [{ value: 'approved', text: 'Agree' }];
  return html`${head(model, labelOf(answers, proposal.answer))}${proposal.decision === null && law(check)}${summaryList(
    {
      rows: [
        {
          key: { text: 'What came in' },
          value: { text: `${labelOf(tenancyEvents, check.kind)}, ${check.tenancy}` },
        },
        ...cameRows(model, check),
        ...(found ? findingRows(model, found) : []),
        proposedRow(proposal, when, 'Put to a manager'),
        decidedRow(proposal, when, { approved: 'Agreed' }),
      ],
    },
  )}${
    proposal.decision === null &&
    html`${proposal.answer === 'goes_ahead' && holding(model, check)}${deciding(model, formModel, {
      may,
      ways: [...agree, { value: 'declined', text: 'Decline: it stays held' }],
      hint: 'Needed where you decline it',
      withdraw: paths.withdrawal(model.file.id, proposal.id),
    })}`
  }`;
}
