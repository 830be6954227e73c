import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { assessmentPaths } from '#modules/assessments/pure.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
} from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { doubtAnswers } from '../forms/since-form.ts';
import { paths } from '../paths.ts';
import type { Share } from '../store/shares.ts';
import type { Since } from '../store/since.ts';
import { waiting } from '../waiting.ts';
import { recipientInWords } from '../words.ts';

/** What waits for somebody since it was decided, and what was found before. */
export function sinceShown(model: CaseModel, share: Share, since: readonly Since[]): Html | undefined {
  if (since.length === 0) return undefined;
  const [held, corrected] = [waiting(since, 'held'), waiting(since, 'corrected')];
  const before = since.filter(({ answer }) => answer !== null);
  return html`<h2 class="govuk-heading-m" id="since">Since it was decided</h2>
${held.length > 0 && heldShown(model, share, held)}
${corrected.length > 0 && correctedShown(model, share, corrected)}
${before.map((each) => answeredShown(model, each))}`;
}

function heldShown(model: CaseModel, share: Share, held: readonly Since[]): Html {
  return insetText({
    html: html`<h3 class="govuk-heading-s">Stopped: somebody has to look</h3>
<p class="govuk-body">What we wrote may repeat it in other words. Until somebody who neither decided nor sent it has
  looked, a link opens nothing, and no file, pack or sheet is given.</p>${listOf(model, held)}
${button({ text: 'Look whether it repeats it', href: paths.doubt(share.caseId, share.id) })}`,
  });
}

function correctedShown(model: CaseModel, share: Share, corrected: readonly Since[]): Html {
  return insetText({
    html: html`<h3 class="govuk-heading-s">Put right since it left</h3>
<p class="govuk-body">${recipientInWords(share)} has it uncorrected, and acts on it.</p>${listOf(model, corrected)}
<div class="govuk-button-group">${button({
      text: 'Send the correction',
      href: paths.sendCorrection(share.caseId, share.id),
    })}${button({
      text: 'They need not have it',
      href: paths.correction(share.caseId, share.id),
      classes: 'govuk-button--secondary',
    })}</div>`,
  });
}

function listOf(model: CaseModel, since: readonly Since[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${since.map(
    (each) => html`<li>${whatItWas(model, each)}</li>`,
  )}</ul>`;
}

function whatItWas({ file, calendar }: CaseModel, since: Since): Html {
  const on = since.since === null ? 'just now' : momentInWords(since.since, calendar);
  const { kind, entryId } = since;
  if (kind === 'corrected') return html`${whatWasPutRight(file.id, since)}, ${on}`;
  if (entryId === null) return html`They took something back, or said no, ${on}`;
  return html`${linked(casePaths.entry(file.id, entryId), 'An entry')} was held back, ${on}`;
}

/** Never what it says now: a name or a number is read where it is kept. */
function whatWasPutRight(
  caseId: CaseId,
  { what, entryId, correctionId, subjectId, correctedBy }: Since,
): Html {
  const entry = (id: string | null) => casePaths.entry(caseId, id ?? '');
  const assessment = (id: string | null) => assessmentPaths.assessment(caseId, id ?? '');
  if (what === 'assessment')
    return html`${linked(assessment(subjectId), 'An assessment')} was put right by
${linked(assessment(correctedBy), 'another')}`;
  if (what === 'told') return html`What ${linked(entry(entryId), 'an entry')} tells of was put right`;
  if (what === 'plan')
    return html`Something in ${linked(casePaths.actionPlan(caseId), 'the plan')} that they have was changed, and
agreed`;
  if (what === 'person')
    return html`Their ${linked(casePaths.people(caseId), 'name or date of birth')} was put right`;
  if (what === 'number')
    return html`A number or an e-mail address in it is
${linked(casePaths.contact(caseId), 'no way to reach them')} any more. Write in your own words what holds now, where
they agree to that`;
  return html`${linked(entry(entryId), 'An entry')} was put right by ${linked(entry(correctionId), 'another')}`;
}

function linked(href: string, text: string): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}

const answers = {
  nothing: labelOf(doubtAnswers, 'nothing'),
  not_shared: 'It was not shared after all',
  repeats: labelOf(doubtAnswers, 'repeats'),
  sent: 'The correction was sent',
  not_sent: 'They need not have it',
} as const;

function answeredShown(model: CaseModel, since: Since): Html {
  const { answer, answeredAt, answeredByName, answeredWhy } = since;
  if (answer === null || answeredAt === null) return html``;
  const by = `${momentInWords(answeredAt, model.calendar)} by ${answeredByName ?? 'Lintel'}`;
  return html`<p class="govuk-body">${whatItWas(model, since)}.<br><strong>${answers[answer]}</strong>, ${by}</p>
${answeredWhy !== '' && verbatim(answeredWhy)}`;
}

export interface Waiting {
  readonly share: Share;
  readonly since: readonly Since[];
}

export function doubtPage(model: CaseModel, formModel: FormModel, { share, since }: Waiting): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Sharing', 'Does it repeat what was held back?')}
<p class="govuk-body">${recipientInWords(share)}. Read first what was held back, and then what goes: the plan, our own
  words and answers. Six words in a row are found by themselves; the same thing in other words is not.</p>
${listOf(model, waiting(since, 'held'))}
<p class="govuk-body"><a class="govuk-link" href="${paths.reading(share.caseId, share.id)}">Read what would leave, word
  for word</a></p>
${caseForm(
  formModel,
  'Save what you found',
  html`${radios({
    ...kept(form, 'found'),
    fieldset: { legend: { text: 'What did you find?', classes: 'govuk-fieldset__legend--s' } },
    items: items(doubtAnswers),
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'What you looked at, and what you found', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function correctionPage(model: CaseModel, formModel: FormModel, { share, since }: Waiting): Html {
  return html`${caseHead(model, 'Sharing', 'They need not have the correction')}
<p class="govuk-body">${recipientInWords(share)} goes on reading it as it left. Say no more than that it is of no
  matter to them, or how they know it already.</p>
${listOf(model, waiting(since, 'corrected'))}
${caseForm(
  formModel,
  'Save',
  textarea({
    ...kept(formModel.form, 'why'),
    label: { text: 'Why they need not have it', classes: 'govuk-label--s' },
    hint: { text: 'Who told them, when and how; or why it changes nothing for them' },
    rows: 3,
  }),
)}`;
}
