import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, type FormModel, items } from '#modules/case-file/pure.ts';
import {
  conclusions,
  heardAnswers,
  type Sign,
  signAnswers,
  signSources,
  signs,
  specialistConclusions,
} from '#rules/who-harms-whom.ts';
import { paths } from '../paths.ts';
import { sources } from '../words.ts';
import { about, fearedIn, head, inWords, neverFollows, nobodyFeared, small } from './shared.ts';

/** That somebody says it is the other way round. */
export function allegationPage(model: CaseModel, formModel: FormModel): Html {
  const heading = head(model, 'Somebody says that it is the other way round');
  if (fearedIn(model).length === 0) return html`${heading}${nobodyFeared(model)}`;
  const { form } = formModel;
  return html`${heading}
<p class="govuk-body">Only what reached whoever works on this case. Nothing that stands in another case or file, also
  where you know of one. Whoever says that they are harmed is helped like anybody, by another colleague: tell them how
  they reach us, and nothing of this case.</p>
${neverFollows(model)}
${caseForm(
  formModel,
  'Save',
  html`${about(model, form, 'Who would be harmed?')}${radios({
    ...kept(form, 'source'),
    fieldset: small('Who says so?'),
    classes: 'govuk-radios--small',
    items: items(sources),
  })}${input({
    ...kept(form, 'way'),
    label: { text: 'How did it reach us?', classes: 'govuk-label--s' },
    hint: { text: 'For example: a call from the officer in the case' },
  })}${dayInput(form, 'heard', { legend: 'When did it reach us?' })}${inWords(
    form,
    'words',
    'What was said?',
    'In their words, as far as you have them',
  )}`,
)}`;
}

/** A manager asks; why stays with them. */
export function askingPage(model: CaseModel, formModel: FormModel): Html {
  const heading = head(model, 'Ask who harms whom');
  if (fearedIn(model).length === 0) return html`${heading}${nobodyFeared(model)}`;
  return html`${heading}
<p class="govuk-body">Whoever leads this case owes a judgement, and until then nothing is done about whoever is feared.
  They do not learn why you ask: write it nowhere in this case.</p>
${caseForm(formModel, 'Ask', about(model, formModel.form, 'About whom?'))}`;
}

/** Sign by sign, and what a specialist says. @param owed between whom it is to be judged */
export function judgementPage(model: CaseModel, formModel: FormModel, owed: readonly string[]): Html {
  const heading = head(model, 'Judge who harms whom');
  if (owed.length === 0)
    return html`${heading}<p class="govuk-body">Nobody has written down that it is said to be the other way round.
      <a class="govuk-link" href="${paths.said(model.file.id)}">Write it down</a> first.</p>`;
  const { form } = formModel;
  const { person } = model.pack.words;
  return html`${heading}
<p class="govuk-body">Look at the whole, and never at one incident or at who struck first. Anger, alcohol or a blow in
  defence do not make somebody the one who harms. Where you do not know, say so: that it cannot be told yet is an
  answer.</p>
${neverFollows(model)}
${caseForm(
  formModel,
  'Put it to a manager',
  html`${about(model, form, 'Between them and whom?', owed)}${(signs as readonly Sign[]).map((sign) =>
    radios({
      ...kept(form, sign.name),
      fieldset: small(sign.asks),
      hint: { text: `${sign.hint}. What does it point to?` },
      classes: 'govuk-radios--small',
      items: items(signAnswers),
    }),
  )}${radios({
    ...kept(form, 'heard'),
    fieldset: small(`Was the ${person} heard about it?`),
    classes: 'govuk-radios--small',
    items: items(heardAnswers),
  })}${radios({
    ...kept(form, 'specialist'),
    fieldset: small('What does a specialist say?'),
    hint: {
      text: 'Somebody of a specialist service, for example Respect or an Idva, without names where you can',
    },
    classes: 'govuk-radios--small',
    items: items(specialistConclusions),
  })}${input({
    ...kept(form, 'specialistWho'),
    label: { text: 'Who was asked?', classes: 'govuk-label--s' },
  })}${dayInput(form, 'said', { legend: 'When did they say so?' })}${input({
    ...kept(form, 'specialistWay'),
    label: { text: 'How did the answer reach us?', classes: 'govuk-label--s' },
    hint: { text: 'For example: by telephone to whoever leads the case' },
  })}${radios({
    ...kept(form, 'conclusion'),
    fieldset: small('What do you judge?'),
    hint: { text: 'Only what the specialist says too may be concluded' },
    classes: 'govuk-radios--small',
    items: items(conclusions),
  })}${inWords(form, 'words', 'On what does it rest?', 'What was seen, who said it, and what speaks against it')}`,
)}
<h2 class="govuk-heading-m">On what the questions rest</h2>
<ul class="govuk-list govuk-list--bullet">${signSources.map(
    ({ title, from, checkedOn }) =>
      html`<li>${title}, ${from}${checkedOn === null && ': nobody has looked it up for this page yet'}</li>`,
  )}</ul>`;
}
