import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
} from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { possessive } from '#rules/words.ts';
import { companies, overhearing, safeToAsk } from '../asking-safety.ts';
import { type AssessmentSummary, askAgainInWords, progressInWords, waysOfAsking } from '../assessment.ts';
import { type Instrument, isBuiltIn } from '../instruments/instrument.ts';
import { assessmentPaths as paths } from '../paths.ts';
import { helpGoesOn, insteadOfAsking } from './safety.ts';

export interface BeginFacts {
  readonly offered: readonly Instrument[];
  /** Begun and not ended yet. */
  readonly open: readonly AssessmentSummary[];
  /** They wished to stop the last one, and have not come back to it. */
  readonly resting: AssessmentSummary | null;
}

/** Safety first, then what is asked: nothing of it is asked of somebody who may be overheard. */
export function beginPage(
  model: CaseModel,
  formModel: FormModel,
  { offered, open, resting }: BeginFacts,
): Html {
  const { form } = formModel;
  const { words } = model.pack;
  return html`${caseHead(model, 'Risk', 'Ask about the risk')}
${isUnsafe(formModel) && insteadOfAsking(model)}
${helpGoesOn()}
${model.file.lastContactAt === null && contactFirst(model)}
${open.length > 0 && openOnes(model, open)}
${resting && restingOne(model, resting)}
${caseForm(
  formModel,
  'Begin',
  html`<h2 class="govuk-heading-m">First: is it safe to ask now?</h2>
<p class="govuk-body">If you write it up from notes, answer for the conversation that you had.</p>
${radios({
  ...kept(form, 'company'),
  fieldset: { legend: { text: `Who is with the ${words.person}?`, classes: 'govuk-fieldset__legend--s' } },
  items: items(companies),
})}${radios({
  ...kept(form, 'overheard'),
  fieldset: {
    legend: {
      text: `Could the ${words.perpetrator}, or anybody else, hear or see it?`,
      classes: 'govuk-fieldset__legend--s',
    },
  },
  hint: {
    text: 'In the home, on the line, on the screen, or afterwards in the call list. Children repeat what they hear.',
  },
  items: items(overhearing),
})}<h2 class="govuk-heading-m">What you ask</h2>
${radios({
  ...kept(form, 'instrument'),
  fieldset: { legend: { text: 'Which questions?', classes: 'govuk-fieldset__legend--s' } },
  items: offered.map(({ id, name, purpose }) => ({ value: id, text: name, hint: { text: purpose } })),
})}${authorisedWords(formModel, offered)}${radios({
  ...kept(form, 'how'),
  fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
  items: items(waysOfAsking),
})}${input({
  ...kept(form, 'withWhom'),
  label: { text: 'Who else is there?', classes: 'govuk-label--s' },
  hint: {
    text: `At the ${possessive(words.person)} wish: an interpreter, an Idva, a friend. Leave empty if nobody is`,
  },
  autocomplete: 'off',
})}${input({
  ...kept(form, 'askedBy'),
  label: { text: 'Who asks the questions?', classes: 'govuk-label--s' },
  autocomplete: 'off',
})}${momentInput(form, 'asked', {
  legend: 'When?',
  hint: 'The moment of the conversation, if you write it up afterwards',
})}`,
)}`;
}

/** Where the landlord loaded authorised words, those are asked unless somebody chooses otherwise. */
function authorisedWords({ form }: FormModel, offered: readonly Instrument[]): Html | undefined {
  const loaded = offered.filter(({ id, version }) => isBuiltIn(id) && !version.startsWith('lintel-'));
  if (loaded.length === 0) return undefined;
  const { value, ...words } = kept(form, 'words');
  return radios({
    ...words,
    value: value === 'lintel' ? value : 'authorised',
    fieldset: { legend: { text: 'In whose words?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: `Your organisation loaded: ${loaded.map(({ name }) => name).join(', ')}` },
    items: [
      { value: 'authorised', text: 'The authorised words, in their order, where they are loaded' },
      { value: 'lintel', text: 'Lintel’s own words' },
    ],
  });
}

function isUnsafe({ form }: FormModel): boolean {
  const [company, overheard] = [kept(form, 'company').value, kept(form, 'overheard').value];
  const circumstances = {
    company: companies.find(({ value }) => value === company)?.value,
    overheard: overhearing.find(({ value }) => value === overheard)?.value,
  };
  if (!circumstances.company || !circumstances.overheard) return overheard === 'yes';
  return !safeToAsk({ company: circumstances.company, overheard: circumstances.overheard }).allowed;
}

/** To ask is to be in contact: recorded afterwards, it would begin a promise that was kept already. */
function contactFirst({ file, pack }: CaseModel): Html {
  return insetText({
    html: html`No safe contact with the ${pack.words.person} is recorded yet. If you are speaking with them,
      <a class="govuk-link" href="${casePaths.newContact(file.id)}">record the contact first</a>.`,
  });
}

function openOnes({ file, calendar }: CaseModel, open: readonly AssessmentSummary[]): Html {
  return insetText({
    html: html`<h2 class="govuk-heading-s">Begun, and not ended yet</h2><ul class="govuk-list">${open.map(
      (each) =>
        html`<li><a class="govuk-link" href="${paths.answers(file.id, each.id)}">Go on with ${each.title}</a>,
          asked ${momentInWords(each.askedAt, calendar)}, ${progressInWords(each)}</li>`,
    )}</ul>`,
  });
}

/** A finished assessment stays as it is: another one starts from its answers. */
export function correctionPage(model: CaseModel, formModel: FormModel, corrected: AssessmentSummary): Html {
  const { calendar } = model;
  return html`${caseHead(model, 'Risk', `Correct ${corrected.title}`)}
<p class="govuk-body">Asked ${momentInWords(corrected.askedAt, calendar)} by ${corrected.askedBy}:
  ${progressInWords(corrected)}. It stays as it is. A new one starts from its answers, and both are kept.</p>
<p class="govuk-body">If something has changed since, do not correct:
  <a class="govuk-link" href="${paths.begin(model.file.id)}">ask again</a>, when it is safe.</p>
${caseForm(
  formModel,
  'Begin the correction',
  textarea({
    ...kept(formModel.form, 'reason'),
    label: { text: 'What has to be put right, and why?', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}

/** They said that it was enough: whoever begins again knows it, and asks only as was agreed (V3.4). */
function restingOne({ file, calendar }: CaseModel, resting: AssessmentSummary): Html {
  const { id, title, askedAt, askAgainOn } = resting;
  return insetText({
    html: html`<p class="govuk-body"><strong>They wished to stop.</strong>
      <a class="govuk-link" href="${paths.assessment(file.id, id)}">${title}</a>,
      ${momentInWords(askedAt, calendar)}: ${progressInWords(resting)}. ${askAgainInWords(askAgainOn)}</p>
      <p class="govuk-body">Begin again only if they bring it up${askAgainOn && ', or on that day'}.
      What they answered stays, and counts.</p>`,
  });
}
