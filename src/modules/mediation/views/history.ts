import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, levelInWords, verbatim } from '#modules/case-file/pure.ts';
import {
  advices,
  known,
  mediationEnds,
  mediationQuestions,
  mediationStops,
  wishes,
} from '#rules/mediation.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { AdviceRow, DecisionRow, Mediation, StepRow, TestRow, WishRow } from '../store/rows.ts';

interface Line {
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly what: Html;
  readonly words: string;
}

/** Everything about one request, the latest first: nothing in it is ever changed. */
export function history(model: CaseModel, mediation: Mediation): Html {
  const lines = [
    ...mediation.wishes.map((each) => wishLine(model, each)),
    ...mediation.tests.map(testLine),
    ...mediation.advices.map((each) => adviceLine(model, each)),
    ...mediation.decisions.flatMap((each) => decisionLines(model, each)),
    ...mediation.steps.map(stepLine),
  ].toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  return html`<h2 class="govuk-heading-m">What was said, looked at, decided and done</h2>${
    lines.length === 0
      ? html`<p class="govuk-body">Nothing yet.</p>`
      : table({
          caption: 'What was said, looked at, decided and done, the latest first',
          captionClasses: 'govuk-visually-hidden',
          head: ['When, and who', 'What, and in their words'].map((text) => ({ text })),
          rows: lines.map(({ at, by, what, words }) => [
            { html: html`${momentInWords(at, model.calendar)}<br>${by ?? 'Lintel'}` },
            { html: html`${what}${words !== '' && verbatim(words)}` },
          ]),
        })
  }`;
}

function wishLine({ calendar }: CaseModel, { wish, alone, saidAt, ...row }: WishRow): Line {
  return {
    ...{ at: row.recordedAt, by: row.recordedByName, words: row.words },
    what: html`<strong>${labelOf(wishes, wish)}</strong> (${momentInWords(saidAt, calendar)}). Alone?
      ${labelOf(known, alone)}.`,
  };
}

function testLine({ answers, level, ...row }: TestRow): Line {
  return {
    ...{ at: row.recordedAt, by: row.recordedByName, words: row.words },
    what: html`<strong>Looked at whether it is safe</strong><ul class="govuk-list">${mediationQuestions.map(
      ({ name, asks }) => html`<li>${asks} ${labelOf(known, answers[name])}.</li>`,
    )}<li>Level of risk then: ${levelInWords({ riskLevel: level, riskJudged: true })}.</li></ul>`,
  };
}

function adviceLine({ calendar }: CaseModel, { says, who, givenAt, ...row }: AdviceRow): Line {
  return {
    ...{ at: row.recordedAt, by: row.recordedByName, words: row.words },
    what: html`<strong>A specialist says: ${labelOf(advices, says)}</strong> (${who}, ${momentInWords(
      givenAt,
      calendar,
    )}).`,
  };
}

const became = { approved: 'A manager agreed', declined: 'A manager did not agree', withdrawn: 'Taken back' };

function decisionLines({ file }: CaseModel, proposal: DecisionRow): readonly Line[] {
  const { id, decision, decidedAt } = proposal;
  return [
    {
      ...{ at: proposal.proposedAt, by: proposal.proposedByName, words: proposal.why },
      what: html`<a class="govuk-link" href="${paths.decision(file.id, id)}">Put to a manager</a>`,
    },
    ...(decision && decidedAt
      ? [
          {
            ...{ at: decidedAt, by: proposal.decidedByName, words: proposal.decidedWhy },
            what: html`<strong>${became[decision]}</strong>`,
          },
        ]
      : []),
  ];
}

function stepLine({ step, why, who, dayOn, whileShut, ...row }: StepRow): Line {
  const what = {
    arranged: () =>
      html`<strong>Arranged</strong>: ${who}${dayOn && `, ${dateInWords(dayOn)}`}. The two never meet.`,
    ended: () =>
      html`<strong>${labelOf(mediationEnds, why)}</strong>${whileShut && ' It went on while it was shut.'}`,
    stopped: () => html`<strong>Stopped, or not begun</strong>: ${labelOf(mediationStops, why)}`,
  }[step];
  return { at: row.recordedAt, by: row.recordedByName, words: row.words, what: what() };
}
