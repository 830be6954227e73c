import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { select } from '#kit/components/select.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, casePaths, type FormModel, optionItems } from '#modules/case-file/pure.ts';
import { tenancyTypes } from '#rules/words.ts';
import {
  answers,
  awayEndings,
  feelings,
  moveKinds,
  placeKinds,
  steps,
  timeAnswers,
  whereabouts,
} from '../kinds.ts';
import { securityInWords } from '../security.ts';
import type { OneOffer } from '../store/load.ts';
import type { PlaceToAvoid } from '../store/places.ts';
import type { Move } from '../store/rows.ts';
import { asked, inALine, inWords, kindInWords, movesHead } from './shared.ts';

export function newMovePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'They would like to move')}
<p class="govuk-body">Only what they said. Nobody is advised here, and nothing presses. Which ways there are is listed
  under <a class="govuk-link" href="${casePaths.housing(model.file.id)}">housing options</a>.</p>
${caseForm(
  formModel,
  'Save',
  html`${asked(form, 'kind', 'On which way?', moveKinds)}${dayInput(form, 'wished', {
    legend: 'On which day did they say it?',
    hint: 'The first day, whoever they told. The time to the move is counted from it',
  })}${inWords(form, 'words', 'In their own words')}${inALine(
    form,
    'bedrooms',
    'How many bedrooms do they need?',
    'Leave it empty where it is not known yet',
  )}${inWords(form, 'adaptations', 'What must the home have?', 'Adaptations, a lift, pets, parking')}${inWords(
    form,
    'schools',
    'Schools, work and who they need near',
  )}${inALine(
    form,
    'withWhom',
    'With whom?',
    'The other landlord, the council, or who runs the refuge. Never where a refuge is',
  )}`,
)}`;
}

export function stepPage(model: CaseModel, formModel: FormModel, move: Move): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'What was done or agreed')}<p class="govuk-body">${kindInWords(move)}</p>
${caseForm(
  formModel,
  'Save',
  html`${asked(form, 'step', 'What is there to write down?', steps)}${dayInput(form, 'day', {
    legend: 'By when, or on which day?',
  })}${inALine(form, 'who', 'Who does it?', 'Where something is agreed to be done')}${inWords(
    form,
    'words',
    'What, in a sentence',
    'Where they decide otherwise: in their own words',
  )}`,
)}`;
}

export function feltPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'Whether they feel safe there')}
<p class="govuk-body">Ask where it is safe, as agreed. They never have to answer; a “no” is worth as much.</p>
${caseForm(
  formModel,
  'Save',
  html`${asked(form, 'feeling', 'What did they say?', feelings)}${dayInput(form, 'asked', {
    legend: 'On which day?',
  })}${inWords(form, 'words', 'In their own words', 'Or why it would not have been safe to ask')}`,
)}`;
}

export function offerPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  const type = (name: string, text: string) =>
    select({
      ...kept(form, name),
      label: { text, classes: 'govuk-label--s' },
      items: optionItems(tenancyTypes, 'Choose'),
    });
  return html`${movesHead(model, 'A home is offered')}
${insetText({
  text: 'Where it is enters no copy of the chronology. Look first at where they must not be housed.',
})}
${caseForm(
  formModel,
  'Save',
  html`${inWords(form, 'home', 'Which home is it?', 'As much as they need to decide')}${inALine(
    form,
    'landlord',
    'Whose home is it?',
    'Leave it empty where it is ours',
  )}${dayInput(form, 'offered', {
    legend: 'On which day was it offered?',
  })}${type('heldType', 'What do they hold now?')}${type('offeredType', 'What is offered?')}${asked(
    form,
    'timeCounts',
    'Where it is a trial: does the time that they have served count?',
    timeAnswers,
    'A trial that begins anew is less secure. Leave it empty where neither is a starter or introductory tenancy',
  )}${inWords(form, 'words', 'Anything else')}`,
)}`;
}

export function answerPage(model: CaseModel, formModel: FormModel, { offer }: OneOffer): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'What they say to it')}<p class="govuk-body">${offer.home}</p>
<p class="govuk-body">Nobody asks them to prove that a place is not safe.</p>
${caseForm(
  formModel,
  'Save',
  html`${asked(form, 'answer', 'What do they say?', answers)}${dayInput(form, 'answered', {
    legend: 'On which day?',
  })}${inWords(form, 'words', 'In their own words')}`,
)}`;
}

export function lesserPage(model: CaseModel, formModel: FormModel, { offer }: OneOffer): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'They would like it all the same')}<p class="govuk-body">${offer.home}</p>
${insetText({ text: `${securityInWords[offer.security]}. A manager decides, and may ask for one that is as secure.` })}
${caseForm(
  formModel,
  'Put it to a manager',
  html`${inWords(
    form,
    'words',
    'In their own words',
    'That they know what they would lose, and why they would like it all the same',
  )}${dayInput(form, 'asked', { legend: 'On which day did you speak of it?' })}${asked(
    form,
    'legal',
    'Independent advice was offered, and',
    [
      { value: 'had', label: 'they have had it' },
      { value: 'wants', label: 'they would like it' },
      { value: 'not_wanted', label: 'they decided against it' },
    ],
    'It is always offered first',
  )}${inWords(form, 'why', 'Why could no home be offered that is as secure?')}`,
)}`;
}

export function placePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'Where they must not be housed')}
<p class="govuk-body">Where somebody they fear lives, works or goes, and who is with them. Lettings never reads it: they
  are told “safe” or “ask the lead”, and never why.</p>
${caseForm(
  formModel,
  'Save',
  html`${asked(form, 'kind', 'What is it?', placeKinds)}${inALine(form, 'place', 'Where is it?')}${inALine(
    form,
    'whoGoes',
    'Who goes there?',
    'As they call them',
  )}${inWords(form, 'why', 'Why?', 'In their own words')}${dayInput(form, 'asked', {
    legend: 'On which day did they say it?',
  })}`,
)}`;
}

export function placeEndingPage(model: CaseModel, formModel: FormModel, { kind, place }: PlaceToAvoid): Html {
  return html`${movesHead(model, 'No longer so')}
<p class="govuk-body">${kind === 'none' ? 'That there is no such place' : place}. It stays on record, struck out.</p>
${caseForm(formModel, 'Save', inWords(formModel.form, 'why', 'Why, and how do you know?'))}`;
}

export function awayPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'They are away')}
<p class="govuk-body">They keep their home. From now on nobody takes it for abandoned, for as long as this stands.</p>
${caseForm(
  formModel,
  'Save',
  html`${asked(form, 'whereabouts', 'How are they away?', whereabouts, 'Never where')}${dayInput(
    form,
    'since',
    {
      legend: 'Since which day?',
    },
  )}${inWords(form, 'words', 'Anything else', 'Never where a refuge is')}`,
)}`;
}

export function awayEndingPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${movesHead(model, 'They are back, or keep it no longer')}
${caseForm(
  formModel,
  'Save',
  html`${asked(form, 'how', 'What has become of it?', awayEndings)}${inWords(form, 'why', 'How do you know?')}`,
)}`;
}
