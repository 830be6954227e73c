import { button } from '#kit/components/button.ts';
import { type FormState, formErrors } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { attributes, type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { type Answers, answerTo, progressInWords, scoreOf } from '../assessment.ts';
import type { Instrument, Section } from '../instruments/instrument.ts';
import { assessmentPaths as paths } from '../paths.ts';
import type { Assessment } from '../store/assessments.ts';
import { question } from './question.ts';
import { helpGoesOn } from './safety.ts';

export interface AnswersModel extends CaseModel {
  readonly assessment: Assessment;
  readonly instrument: Instrument;
  /** What is saved, for the count of each part. */
  readonly answers: Answers;
  /** Of the last assessment with these questions. */
  readonly before: Answers;
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  /** A draft of a session that ended, or what somebody else saved meanwhile. */
  readonly above?: Html | undefined;
}

/** The questions, part by part: each can be saved by itself, and any of them left out. */
export function answersPage(model: AnswersModel): Html {
  const { file, assessment, instrument, answers, form } = model;
  const own = attributes({
    method: 'post',
    action: paths.answers(file.id, assessment.id),
    class: 'lintel-form lintel-sheet',
    novalidate: true,
    'data-draft-url': paths.autosave(file.id, assessment.id),
    'data-draft-saved': 'Saved',
  });
  const { sections } = instrument;
  return html`${caseHead(model, 'Risk', instrument.name)}
${formErrors(form)}${model.above}
${insetText({ html: html`<ul class="govuk-list govuk-list--bullet">${instrument.guidance.map((line) => html`<li>${line}</li>`)}</ul>` })}
${helpGoesOn()}
${parts(instrument, answers)}
<form${own}>${submission(model.csrf, model.submissionId)}${hidden(form, 'sheet')}${hidden(form, 'base')}
${sections.map((section, index) => part(model, section, index + 1))}
<div class="lintel-sheet__bar"><p class="lintel-draft-status" data-draft-status role="status">${progressInWords(scoreOf(instrument, answers))}</p><div class="govuk-button-group">${button(
    {
      text: 'Save',
      name: '_go',
      value: 'stay',
      classes: 'govuk-button--secondary',
    },
  )}${button({ text: 'Stop or finish', name: '_go', value: 'ending' })}</div></div>
</form>
<p class="govuk-body-s">${instrument.attribution}</p>`;
}

/** Which open page it is, and since which version: what it sends is held against what was saved since. */
function hidden({ values }: FormState, name: 'sheet' | 'base'): Html {
  return html`<input type="hidden" name="${name}" value="${values[name]?.toString()}">`;
}

function parts(instrument: Instrument, answers: Answers): Html | undefined {
  if (instrument.sections.length < 2) return undefined;
  return html`<nav aria-label="Parts of this assessment" class="lintel-sheet__parts"><ul class="govuk-list">${instrument.sections.map(
    (section, index) =>
      html`<li><a class="govuk-link" href="#part-${index + 1}">${section.heading}</a> <span class="govuk-hint">${partInWords(section, answers)}</span></li>`,
  )}</ul></nav>`;
}

function partInWords({ items }: Section, answers: Answers): string {
  const answered = items.filter(({ id }) => answerTo(answers, id).answer !== 'not_asked').length;
  return progressInWords({ answered, of: items.length });
}

/** @param number from 1; the next part, where there is one, is offered after it */
function part(model: AnswersModel, section: Section, number: number): Html {
  const { form, before, instrument } = model;
  const next = instrument.sections[number];
  const { person } = model.pack.words;
  return html`<section class="lintel-sheet__part" id="part-${number}" aria-labelledby="title-${number}"><h2 class="govuk-heading-m" id="title-${number}">${section.heading}</h2>${section.items.map(
    (item) => question(item, { form, person, before: before.get(item.id) }),
  )}${
    next &&
    button({
      html: html`Save and go on<span class="govuk-visually-hidden"> to: ${next.heading}</span>`,
      name: '_go',
      value: `part-${number + 1}`,
      classes: 'govuk-button--secondary',
    })
  }</section>`;
}
