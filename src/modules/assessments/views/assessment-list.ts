import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { dashes, statedLevels } from '#modules/risk-level/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import {
  type AssessmentSummary,
  askAgainInWords,
  endings,
  type ReceivedSummary,
  scoreInWords,
} from '../assessment.ts';
import { assessmentPaths as paths } from '../paths.ts';

/** What a page of a case shows of what was asked here and elsewhere. */
export interface AssessmentsModel extends CaseModel {
  readonly assessments: readonly AssessmentSummary[];
  readonly received: readonly ReceivedSummary[];
}

/** What was asked here, newest first; what was corrected is told of, and stays. */
export function assessmentsPart({ assessments, file, calendar }: AssessmentsModel): Html {
  const head = html`<div class="lintel-heading"><h2 class="govuk-heading-m">Assessments</h2>${button({
    text: 'Begin an assessment',
    href: paths.begin(file.id),
    classes: 'govuk-button--secondary',
  })}</div>`;
  if (assessments.length === 0)
    return html`${head}<p class="govuk-body">None yet. No help waits for one.</p>`;
  return html`${head}${table({
    caption: 'Assessments made here',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Assessment' }, { text: 'Asked' }, { text: 'Score' }, { text: 'How it ended' }],
    rows: assessments.map((assessment) => [
      {
        html: html`<a class="govuk-link" href="${
          assessment.endedAt === null
            ? paths.answers(file.id, assessment.id)
            : paths.assessment(file.id, assessment.id)
        }">${assessment.title}</a>${assessment.correctedById && html`<br>Corrected since`}`,
      },
      { text: momentInWords(assessment.askedAt, calendar) },
      { text: score(assessment), classes: 'lintel-cell--bare' },
      { text: howItEnded(assessment), classes: 'lintel-cell--bare' },
    ]),
  })}`;
}

function howItEnded({ ending, fewWhy, askAgainOn }: AssessmentSummary): string {
  if (ending === null) return 'Still open';
  const ended = fewWhy ? `Finished with few answered: ${fewWhy}` : labelOf(endings, ending);
  return ending === 'stopped_by_person' ? `${ended}. ${askAgainInWords(askAgainOn)}` : ended;
}

function score(assessment: AssessmentSummary): string {
  const { instrument, points, band } = assessment;
  return scoreInWords(assessment, { counts: dashes.includes(instrument) || points !== undefined, band });
}

/** What others found and sent: as they stated it, never scored again. */
export function receivedPart({ received, file, calendar }: AssessmentsModel): Html {
  const head = html`<div class="lintel-heading"><h2 class="govuk-heading-m">Received from others</h2>${button(
    {
      text: 'Record one',
      href: paths.newReceived(file.id),
      classes: 'govuk-button--secondary',
    },
  )}</div>`;
  if (received.length === 0) return html`${head}<p class="govuk-body">None yet.</p>`;
  return html`${head}${table({
    caption: 'Assessments received from others',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Assessment' }, { text: 'From' }, { text: 'Made' }, { text: 'They said' }],
    rows: received.map((each) => [
      {
        html: html`<a class="govuk-link" href="${paths.received(file.id, each.id)}">${each.title}</a>${
          each.correctedById && html`<br>Corrected since`
        }`,
      },
      { text: each.receivedFrom },
      {
        text: each.assessedOn
          ? dayOfWeekInWords(each.assessedOn)
          : `received ${momentInWords(each.receivedAt, calendar)}`,
      },
      {
        text: [labelOf(statedLevels, each.levelStated), each.scoreStated && `score ${each.scoreStated}`]
          .filter(Boolean)
          .join(', '),
      },
    ]),
  })}`;
}
