import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  learnersByWay,
  learnersKept,
  learnersList,
  type ShownBefore,
  shownBeforeList,
} from '#modules/case-file/pure.ts';
import { leavingFields, type OpenDecision } from '#modules/chronology/pure.ts';
import { levelLabel, type RatingShown, signedInWords } from '#modules/risk-level/pure.ts';
import type { LearntOver } from '#rules/learners-together.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { labelOf } from '#rules/words.ts';
import { bandOf, endings, progressInWords, scoreInWords, scoreOf, waysOfAsking } from '../assessment.ts';
import { answersOnPaper, copyPurposes, leavable, sourcesNamed } from '../copy.ts';
import { type Instrument, isScored } from '../instruments/instrument.ts';
import { assessmentPaths as paths } from '../paths.ts';
import { standing } from '../sheet.ts';
import type { WholeAssessment } from '../store/assessments.ts';
import type { AssessmentCopy } from '../store/copies.ts';
import { copySections } from './copy-sheet.ts';

export interface CopyFacts extends WholeAssessment {
  readonly copies: readonly AssessmentCopy[];
  /** By which decisions it may leave for an agency or a court. */
  readonly open: readonly OpenDecision[];
  /** Who would learn what is on it, by whom it is for. */
  readonly learntBy: readonly LearntOver[];
  /** In which words it can be printed. */
  readonly offered: readonly Instrument[];
}

/** Who would learn what, before there is any paper. */
export function newCopyPage(model: CaseModel, formModel: FormModel, facts: CopyFacts): Html {
  const { form } = formModel;
  const { assessment, instrument, saved, offered, copies, learntBy } = facts;
  const answers = standing(saved);
  const sources = sourcesNamed(answers);
  const notes = [...answers.values()].filter(({ note }) => note !== '').length;
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  return html`${caseHead(model, 'Risk', 'A form on paper')}
<h2 class="govuk-heading-m">Who would learn what</h2>
<p class="govuk-body">Whoever reads the paper learns every answer of ${instrument.name}
  (${progressInWords(assessment)}) and when it was asked. On paper for the team stand, as well, who asked and how,
  why few were answered, and the level of risk with who judged it. For an agency or a court these stay out, for nobody
  decided that they go.</p>
<ul class="govuk-list govuk-list--bullet"><li>Answers with words beside them: ${notes}.</li>
<li>${
    sources.length > 0
      ? html`Named as having told something: ${sources.join(', ')}.`
      : 'Nobody but the person is named as having told something.'
  }</li><li>No name and no address of theirs is printed: the reference stands for them.</li></ul>
${copies.length > 0 && madeBefore(model, copies)}
${caseForm(
  formModel,
  'Make the sheet',
  html`${learnersByWay(learntBy)}${radios({
    ...kept(form, 'purpose'),
    fieldset: legend('What is it for?'),
    items: items(copyPurposes),
  })}${leavingFields(model, form, facts.open)}${radios({
    ...kept(form, 'words'),
    fieldset: legend('In whose words, and in which order?'),
    items: offered.map(({ version, name }) => ({
      value: version,
      text: `${name}, ${version}`,
      hint: {
        text: version === instrument.version ? 'In these it was asked' : 'Loaded by your organisation',
      },
    })),
  })}${checkboxes({
    ...keptChoices(form, 'leftOut'),
    fieldset: legend('What is left out?'),
    hint: { text: 'For an agency or a court both always stay out' },
    classes: 'govuk-checkboxes--small',
    items: items(leavable),
  })}`,
)}`;
}

function madeBefore({ file, calendar }: CaseModel, copies: readonly AssessmentCopy[]): Html {
  return html`<h2 class="govuk-heading-m">Made before</h2><ul class="govuk-list govuk-list--bullet">${copies.map(
    (each) => html`<li><a class="govuk-link" href="${paths.copy(file.id, each.assessmentId, each.id)}">
      ${forWhom(each)}</a>, ${momentInWords(each.madeAt, calendar)}, by ${each.madeByName ?? 'Lintel'}${
        each.agreed === 'no' && html`, without the person’s agreement: ${each.why}`
      }${learnersKept(each.learners)}</li>`,
  )}</ul>`;
}

function forWhom({ purpose, recipient }: AssessmentCopy): string {
  return [labelOf(copyPurposes, purpose), recipient].filter(Boolean).join(': ');
}

/** The same sheet once more, for the one reader that it was made for. */
export function printAgainPage(
  model: CaseModel,
  form: FormModel,
  {
    made,
    learners,
    before,
  }: {
    readonly made: AssessmentCopy;
    readonly learners: readonly Learner[];
    readonly before: readonly ShownBefore[];
  },
): Html {
  const { file, calendar } = model;
  return html`${caseHead(model, 'Risk', 'A form on paper, once more')}
<p class="govuk-body">${forWhom(made)}, ${momentInWords(made.madeAt, calendar)}. For anybody else,
  <a class="govuk-link" href="${paths.newCopy(file.id, made.assessmentId)}">make another</a>.</p>
<h2 class="govuk-heading-m">Who would learn this?</h2>
${caseForm(form, 'Print it again', learnersList(learners))}${shownBeforeList(before, calendar)}`;
}

export interface CopyModel extends CaseModel, WholeAssessment {
  readonly made: AssessmentCopy;
  readonly printed: Instrument;
  readonly rating: RatingShown | null;
}

/** The form as its readers know it: the reference in place of a name, n of 24, and who judged the level. */
export function copyPage(model: CopyModel): Html {
  const { file, assessment, saved, made, printed } = model;
  const answers = answersOnPaper(standing(saved), made.leftOut);
  return html`<p class="govuk-body lintel-paper__screen">
<a class="govuk-link" href="${paths.assessment(file.id, assessment.id)}">Back to the assessment</a>. Print this page
  from the browser’s menu: only the sheet below is printed, for ${forWhom(made)}. For anybody else, make another.</p>
<article class="lintel-paper"><h1 class="govuk-heading-l">${printed.name}</h1>
${
  assessment.correctedById &&
  html`<p class="govuk-body"><strong>It was corrected since: ask for the correction.</strong></p>`
}<dl class="lintel-sheet__facts">${factsOf(model).map(
    ([name, value]) => html`<div><dt>${name}</dt> <dd>${value}</dd></div>`,
  )}</dl>
${copySections(printed, answers, made.leftOut)}
<p class="govuk-body-s">${printed.attribution}</p></article>`;
}

type Fact = readonly [name: string, value: string];

/** For others no more than was decided and read: the answers, and when they were asked. */
function factsOf(model: CopyModel): readonly Fact[] {
  const { file, calendar, assessment, instrument, saved, made, printed } = model;
  const score = scoreOf(instrument, standing(saved));
  const ours = made.purpose === 'file';
  const band = ours ? bandOf(instrument, score) : '';
  const said = scoreInWords(score, { counts: isScored(instrument), band });
  const says = (at: Temporal.Instant) => momentInWords(at, calendar);
  return [
    ['Reference', file.reference],
    ['Asked', says(assessment.askedAt) + (ours ? `, by ${assessment.askedBy}` : '')],
    ['Answered', `${said}. What was not asked is not a no`],
    ...(ours ? forTheTeam(model) : []),
    ...(printed.version === instrument.version
      ? []
      : [
          [
            'Words',
            `It was asked in the words of ${instrument.name}; item by item they are the same`,
          ] as const,
        ]),
    ...(made.leftOut.length > 0
      ? [['Left out', made.leftOut.map((each) => labelOf(leavable, each)).join('; ')] as const]
      : []),
    ['For', forWhom(made)],
    ['Made', `${says(made.madeAt)}, by ${made.madeByName ?? 'Lintel'}`],
  ];
}

function forTheTeam({ assessment, rating, calendar }: CopyModel): readonly Fact[] {
  return [
    ['How', labelOf(waysOfAsking, assessment.how)],
    ['Ended', assessment.ending ? labelOf(endings, assessment.ending) : ''],
    ...(assessment.fewWhy ? [['Why few were answered', assessment.fewWhy] as const] : []),
    [
      'Level of risk',
      rating ? `${levelLabel(rating.level)}. ${signedInWords(rating, calendar)}` : 'Nobody has judged it',
    ],
  ];
}
