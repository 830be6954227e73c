import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, type FormModel, items } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { type SafetyQuestion, safetyQuestions, specialistAnswers } from '#rules/safety-test.ts';
import { fearsAnswers, viewAnswers } from '#rules/their-view.ts';
import { inWords, small } from './forms.ts';
import { enforcementHead, kindInWords, neverWaits, type OneAction } from './shared.ts';

/** What they say to it. */
export function viewPage(model: CaseModel, formModel: FormModel, one: OneAction, feared: boolean): Html {
  const { form } = formModel;
  return html`${enforcementHead(model, 'What they say to it')}
<p class="govuk-body">${kindInWords(one.action)}. Ask at a safe moment, alone, and say that nothing follows from a no.
  Whoever is against it may be right, or may be made to say so: both are weighed.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'answer'),
    fieldset: small('What do they say?'),
    classes: 'govuk-radios--small',
    items: items(viewAnswers),
  })}${radios({
    ...kept(form, 'fears'),
    fieldset: small('Do they think that it would make things worse, for them or anybody?'),
    classes: 'govuk-radios--small',
    hint: { text: 'Where they think so, nothing is done. Where nobody knows, somebody asks first' },
    items: items(fearsAnswers),
  })}${input({
    ...kept(form, 'asker'),
    label: { text: 'Who asked?', classes: 'govuk-label--s' },
    hint: { text: 'You, or a service that they trust' },
  })}${input({
    ...kept(form, 'way'),
    label: { text: 'How?', classes: 'govuk-label--s' },
    hint: { text: 'For example on the phone, alone' },
  })}${momentInput(form, 'asked', { legend: 'When?' })}${inWords(
    form,
    'words',
    'In their words',
    'Or why it would not be safe to ask',
  )}${
    feared &&
    inWords(form, 'changed', 'What has changed?', 'They feared before that it would make things worse')
  }`,
)}`;
}

/** Whether it is safe, question by question. */
export function testPage(
  model: CaseModel,
  formModel: FormModel,
  { action }: OneAction,
  stopped: boolean,
  may: Verdict,
): Html {
  const { form } = formModel;
  const heading = html`${enforcementHead(model, 'Test whether it is safe')}
<p class="govuk-body">${kindInWords(action)}. What nobody knows is not safe: find out first. Where it may raise the
  risk it is stopped, and nobody overrides that.</p>${neverWaits}`;
  if (!may.allowed) return html`${heading}${insetText({ text: because(model.pack, may) })}`;
  return html`${heading}
${caseForm(
  formModel,
  'Save',
  html`${(safetyQuestions as readonly SafetyQuestion[]).map((each) =>
    radios({
      ...kept(form, each.name),
      fieldset: small(each.asks),
      classes: 'govuk-radios--small',
      ...(each.hint !== undefined && { hint: { text: each.hint } }),
      items: items(each.answers),
    }),
  )}${radios({
    ...kept(form, 'specialist'),
    fieldset: small('What does a specialist service say?'),
    classes: 'govuk-radios--small',
    hint: {
      text: 'An Idva, or a service for honour-based abuse: without a name where they did not agree to be named',
    },
    items: items(specialistAnswers),
  })}${input({
    ...kept(form, 'specialistWho'),
    label: { text: 'Who was asked, and when?', classes: 'govuk-label--s' },
  })}${inWords(
    form,
    'words',
    'On what do the answers rest?',
    'And what happens if it fails: who is told, where they would be',
  )}${
    stopped && inWords(form, 'changed', 'What has changed?', 'It was found before that it may raise the risk')
  }`,
)}`;
}
