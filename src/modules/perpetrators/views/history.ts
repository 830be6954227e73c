import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, levelInWords, verbatim } from '#modules/case-file/pure.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { type SafetyQuestion, safetyQuestions, specialistAnswers } from '#rules/safety-test.ts';
import { fearsAnswers, viewAnswers } from '#rules/their-view.ts';
import { labelOf } from '#rules/words.ts';
import { droppings, outcomes } from '../outcomes.ts';
import { paths } from '../paths.ts';
import type { Action, DecisionRow, StepRow, TestRow, ViewRow } from '../store/rows.ts';

interface Line {
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly what: Html;
  readonly words: string;
}

const by = (name: string | null) => name ?? 'Lintel';

/** Everything about one action, the latest first: nothing in it is ever changed. */
export function history(model: CaseModel, action: Action): Html {
  const lines = [
    ...action.views.map((each) => viewLine(model, each)),
    ...action.tests.map(testLine),
    ...action.decisions.flatMap((each) => decisionLines(model, each)),
    ...action.steps.map(stepLine),
  ].toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  return html`<h2 class="govuk-heading-m">What was said, tested, decided and done</h2>${
    lines.length === 0
      ? html`<p class="govuk-body">Nothing yet.</p>`
      : table({
          caption: 'What was said, tested, decided and done, the latest first',
          captionClasses: 'govuk-visually-hidden',
          // Two columns: four are wider than a small phone.
          head: ['When, and who', 'What, and in their words'].map((text) => ({ text })),
          rows: lines.map((line) => [
            { html: html`${momentInWords(line.at, model.calendar)}<br>${line.by}` },
            { html: html`${line.what}${line.words !== '' && verbatim(line.words)}` },
          ]),
        })
  }`;
}

function viewLine({ calendar }: CaseModel, view: ViewRow): Line {
  const { answer, fears, asker, way, askedAt, recordedAt, recordedByName, words, changed } = view;
  const how = [`asked by ${asker}`, way, momentInWords(askedAt, calendar)].filter(Boolean).join(', ');
  return {
    ...{ at: recordedAt, by: by(recordedByName), words: [words, changed].filter(Boolean).join('\n') },
    what: html`<strong>${labelOf(viewAnswers, answer)}</strong> (${how}).
      Would it make things worse? ${labelOf(fearsAnswers, fears)}.`,
  };
}

function testLine(test: TestRow): Line {
  const { answers, specialist, specialistWho, level, recordedAt, recordedByName, words, changed } = test;
  const given: Readonly<Record<string, string>> = answers;
  return {
    ...{ at: recordedAt, by: by(recordedByName), words: [words, changed].filter(Boolean).join('\n') },
    what: html`<strong>Tested whether it is safe</strong><ul class="govuk-list">${(
      safetyQuestions as readonly SafetyQuestion[]
    ).map(
      (each) => html`<li>${each.asks} <strong>${labelOf(each.answers, given[each.name] ?? '')}</strong></li>`,
    )}<li>Specialist: ${labelOf(specialistAnswers, specialist)}${
      specialistWho !== '' && ` (${specialistWho})`
    }</li><li>The risk then: ${levelInWords({ riskLevel: level, riskJudged: true })}</li></ul>`,
  };
}

function decisionLines({ file }: CaseModel, decision: DecisionRow): readonly Line[] {
  const href = paths.decision(file.id, decision.id);
  const put: Line = {
    ...{ at: decision.proposedAt, by: by(decision.proposedByName), words: decision.why },
    what: html`<a class="govuk-link" href="${href}">Put to a manager</a>`,
  };
  if (decision.decision === null || decision.decidedAt === null) return [put];
  const became = { approved: 'Agreed', declined: 'Not agreed', withdrawn: 'Taken back' }[decision.decision];
  const decided: Line = {
    ...{ at: decision.decidedAt, by: by(decision.decidedByName), words: decision.decidedWhy },
    what: html`<strong>${became}</strong>`,
  };
  return [put, decided];
}

const stepWords: Readonly<Record<StepRow['step'], string>> = {
  told: 'They know beforehand: it is to happen on',
  not_safe_to_tell: 'Telling them would not be safe: it is to happen on',
  taken: 'Done on',
  outcome: 'What came of it',
  dropped: 'Not done',
};

function stepLine({ step, outcome, dayOn, recordedAt, recordedByName, words }: StepRow): Line {
  const came = step === 'outcome' ? labelOf(outcomes, outcome) : labelOf(droppings, outcome);
  const more = dayOn ? ` ${dateInWords(dayOn)}` : outcome === '' ? '' : `: ${came}`;
  return {
    ...{ at: recordedAt, by: by(recordedByName), words },
    what: html`<strong>${stepWords[step]}${more}</strong>`,
  };
}
