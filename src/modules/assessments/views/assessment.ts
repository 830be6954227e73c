import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, ownWords, verbatim } from '#modules/case-file/pure.ts';
import { levelsInWords } from '#modules/risk-level/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { capitalised, labelOf } from '#rules/words.ts';
import {
  type Answers,
  answerTo,
  askAgainInWords,
  bandOf,
  endings,
  givenLabel,
  scoreInWords,
  scoreOf,
  waysOfAsking,
} from '../assessment.ts';
import { newestOf } from '../instruments/catalogue.ts';
import { type Item, isScored, isWeighted, itemsOf, type Section } from '../instruments/instrument.ts';
import { assessmentPaths as paths } from '../paths.ts';
import { standing } from '../sheet.ts';
import type { WholeAssessment } from '../store/assessments.ts';

/** `mayPrint`: they may take it away on paper. */
export type AssessmentModel = CaseModel & WholeAssessment & { readonly mayPrint: boolean };

/** An assessment to be read on the screen. On paper it is a sheet of its own, made for one reader. */
export function assessmentPage(model: AssessmentModel): Html {
  const { instrument, saved } = model;
  const answers = standing(saved);
  return html`${caseHead(model, 'Risk', instrument.name, actions(model))}
${corrections(model)}
<p class="govuk-body"><strong>For this case only.</strong>
  Never read it where somebody else could see or hear it.</p>
${facts(model, answers)}
${callsFor(model, answers)}
${instrument.sections.map((section) => sectionOf(model, section, answers))}
<p class="govuk-body-s">${instrument.attribution}</p>`;
}

function actions({ file, assessment, mayPrint }: AssessmentModel): Html {
  if (assessment.endedAt === null)
    return button({ text: 'Go on with it', href: paths.answers(file.id, assessment.id) });
  const onwards = button({ text: 'Judge the risk', href: paths.risk(file.id) });
  if (assessment.correctedById) return onwards;
  const print =
    mayPrint &&
    button({
      text: 'For paper',
      href: paths.newCopy(file.id, assessment.id),
      classes: 'govuk-button--secondary',
    });
  return html`<div class="govuk-button-group">${onwards}${button({
    text: 'Correct it',
    href: paths.correction(file.id, assessment.id),
    classes: 'govuk-button--secondary',
  })}${print}</div>`;
}

function corrections({ file, assessment }: AssessmentModel): Html {
  const { correctsId, correctedById, correctionReason } = assessment;
  return html`${
    correctedById &&
    insetText({
      html: html`<strong>Corrected since.</strong>
        <a class="govuk-link" href="${paths.assessment(file.id, correctedById)}">Read the correction</a>.
        What was answered first stays below.`,
    })
  }${
    correctsId &&
    insetText({
      html: html`<strong>A correction.</strong> <a class="govuk-link"
        href="${paths.assessment(file.id, correctsId)}">Read what it corrects</a>.${verbatim(correctionReason)}`,
    })
  }`;
}

function facts({ assessment, instrument, calendar }: AssessmentModel, answers: Answers): Html {
  const score = scoreOf(instrument, answers);
  const { ending, endedAt, endingWords } = assessment;
  const said = scoreInWords(score, { counts: isScored(instrument), band: bandOf(instrument, score) });
  const blank = isWeighted(instrument)
    ? 'A blank scores nothing and is not a no'
    : 'What was not asked is not a no';
  const rows: readonly (readonly [string, string | Html])[] = [
    ['Score', `${said}. ${blank}.`],
    ...(instrument.levels ? [['Its levels', capitalised(levelsInWords(instrument.levels))] as const] : []),
    ['Asked', `${momentInWords(assessment.askedAt, calendar)}, by ${assessment.askedBy}`],
    ['How', labelOf(waysOfAsking, assessment.how)],
    ['Who else was there', assessment.withWhom || 'Nobody'],
    ['Begun', `${momentInWords(assessment.begunAt, calendar)}, by ${assessment.begunByName ?? 'Lintel'}`],
    [
      'Ended',
      endedAt && ending
        ? `${labelOf(endings, ending)}, ${momentInWords(endedAt, calendar)}, by ${assessment.endedByName ?? 'Lintel'}`
        : 'Not yet',
    ],
    ...(ending === 'stopped_by_person'
      ? [['Asking again', askAgainInWords(assessment.askAgainOn)] as const]
      : []),
    ...(assessment.fewWhy ? [['Why few were answered', verbatim(assessment.fewWhy)] as const] : []),
    ...(endingWords ? [['In their own words', ownWords(endingWords)] as const] : []),
    ['Questions', `${instrument.name}, version ${instrument.version}`],
  ];
  return summaryList({
    classes: 'lintel-summary--compact',
    rows: rows.map(([key, value]) => ({
      key: { text: key },
      value: typeof value === 'string' ? { text: value } : { html: value },
    })),
  });
}

/** What the answers with yes call for, gathered: prompts, never weights. */
function callsFor({ file, instrument }: AssessmentModel, answers: Answers): Html | undefined {
  const called = itemsOf(instrument).filter(
    (item) => item.followUp && answerTo(answers, item.id).answer === 'yes',
  );
  if (called.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">What these answers call for</h2>
    <ul class="govuk-list govuk-list--bullet">${called.map(
      ({ id, theme, followUp }) =>
        html`<li><strong>${id}. ${theme}.</strong> ${followUp?.says}${
          followUp?.screen &&
          html` <a class="govuk-link" href="${paths.begin(file.id, followUp.screen)}">Begin:
          ${newestOf(followUp.screen).name}</a>`
        }</li>`,
    )}</ul>`;
}

function sectionOf({ pack }: AssessmentModel, section: Section, answers: Answers): Html {
  return table({
    caption: section.heading,
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards lintel-table--brief lintel-answers',
    head: [{ text: 'Question' }, { text: 'Answer' }, { text: 'What was said' }, { text: 'Who said so' }],
    rows: section.items.map((item) => {
      const { answer, note, source } = answerTo(answers, item.id);
      const said = answer !== 'not_asked' || note !== '';
      return [
        { html: asked(item) },
        {
          html: answer === 'yes' ? html`<strong>${givenLabel(answer)}</strong>` : html`${givenLabel(answer)}`,
          classes: 'lintel-cell--bare',
        },
        { html: note ? verbatim(note) : html``, classes: 'lintel-cell--words' },
        { text: said ? source || capitalised(pack.words.person) : '' },
      ];
    }),
  });
}

function asked({ id, question }: Item): Html {
  return /\d$/.test(id) ? html`${id}. ${question}` : html`${question}`;
}
