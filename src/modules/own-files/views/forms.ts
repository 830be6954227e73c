import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import type { Choice } from '#rules/words.ts';
import {
  droppings,
  endings,
  findings,
  mayGoAnswers,
  needStates,
  needs,
  openings,
  outcomes,
  safeguardingAbout,
  safeguardingStates,
} from '../words.ts';

interface Shape {
  readonly heading: string;
  readonly name?: string;
  readonly before?: Html;
  readonly says?: string;
}

/** A form about one file: whom it is about stands above it. */
function shaped(model: FormModel, { heading, name, before, says = 'Save' }: Shape, fields: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">${
    name !== undefined && html`<span class="govuk-caption-l">${personName(name)}</span>`
  }${heading}</h1>${before}${formItself(model, says, fields)}</div></div>`;
}

const items = (choices: readonly Choice[]) =>
  choices.map(({ value, label, hint }) => ({
    value,
    text: label,
    ...(hint !== undefined && { hint: { text: hint } }),
  }));

const chosen = ({ form }: FormModel, field: string, legend: string, choices: readonly Choice[]) =>
  radios({
    ...kept(form, field),
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    items: items(choices),
  });

const inWords = ({ form }: FormModel, label: string, hint = apart) =>
  textarea({
    ...kept(form, 'words'),
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    rows: 4,
  });

const apart = 'This file stands by itself: name no case, and nobody who may have told us anything';

const colleagues = ({ form }: FormModel, offered: readonly Colleague[]) =>
  select({
    ...kept(form, 'workerId'),
    label: { text: 'Who works on it?', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Choose a colleague' },
      ...offered.map(({ id, name }) => ({ value: id, text: name })),
    ],
  });

export function newFilePage(model: FormModel, offered: readonly Colleague[]): Html {
  return shaped(
    model,
    {
      heading: 'Open a file',
      says: 'Open it',
      before: html`<p class="govuk-body">You and whoever works on it see it, and nobody else. Open one only for what is
  known without anybody having told us in confidence: it must not lead back to them.</p>`,
    },
    html`${input({
      ...kept(model.form, 'person'),
      label: { text: 'Reference of the person', classes: 'govuk-label--s' },
      hint: { text: 'As your housing system has it' },
      classes: 'govuk-input--width-10',
      autocomplete: 'off',
    })}${chosen(model, 'because', 'How did it come?', openings)}${inWords(
      model,
      'In your words',
    )}${colleagues(model, offered)}`,
  );
}

export const notePage = (model: FormModel, name: string) =>
  shaped(model, { heading: 'Write a note', name }, inWords(model, 'What happened, was said or was done?'));

export const needPage = (model: FormModel, name: string) =>
  shaped(
    model,
    { heading: 'What they need', name },
    html`${chosen(model, 'code', 'What is it?', needs)}${chosen(
      model,
      'state',
      'How does it stand?',
      needStates,
    )}${inWords(model, 'In a sentence')}`,
  );

export const safeguardingPage = (model: FormModel, name: string) =>
  shaped(
    model,
    {
      heading: 'Somebody is at risk',
      name,
      before: html`<p class="govuk-body">Ring the council first, or 999 where it cannot wait. Nothing here holds that
  back, and nobody has to agree to it.</p>`,
    },
    html`${chosen(model, 'code', 'Who is at risk?', safeguardingAbout)}${chosen(
      model,
      'state',
      'Was the council told?',
      safeguardingStates,
    )}${inWords(model, 'Who was spoken with, and what did they say? Or why not?')}`,
  );

export const standingPage = (model: FormModel, name: string) =>
  shaped(
    model,
    { heading: 'It was decided', name },
    html`${chosen(model, 'code', 'By whom?', findings)}${dayInput(model.form, 'decided', {
      legend: 'On which day?',
    })}${inWords(model, 'What was decided?')}`,
  );

export const workerPage = (model: FormModel, name: string, offered: readonly Colleague[]) =>
  shaped(
    model,
    { heading: 'Who works on it', name },
    html`${colleagues(model, offered)}${inWords(model, 'Why this colleague?')}`,
  );

export const endingPage = (model: FormModel, name: string) =>
  shaped(
    model,
    { heading: 'End the file', name, says: 'End it' },
    html`${chosen(model, 'as', 'How does it end?', endings)}${inWords(model, 'Why?')}`,
  );

const isSo = [{ value: 'yes', label: 'Yes' }] as const;
const isNot = [{ value: 'no', label: 'No, or nobody knows' }] as const;
const yesOrNo = [...isSo, ...isNot];

export const programmePage = (model: FormModel, name: string) =>
  shaped(
    model,
    {
      heading: 'A programme for those who want to change',
      name,
      before: html`<p class="govuk-body">Never anger management, and never work with both of a couple: they can make it
  worse. What is written here is only that they want it. Whether they may be referred is asked before.</p>`,
    },
    html`${input({
      ...kept(model.form, 'name'),
      label: { text: 'Name of the programme', classes: 'govuk-label--s' },
    })}${chosen(model, 'accredited', 'Is it accredited by Respect?', yesOrNo)}${chosen(
      model,
      'partner',
      'Does it support the partner or former partner beside it?',
      yesOrNo,
    )}${chosen(model, 'voluntary', 'Do they want it of their own will?', yesOrNo)}${inWords(
      model,
      'What do they want from it?',
    )}`,
  );

export const questionPage = (model: FormModel, name: string) =>
  shaped(
    model,
    {
      heading: 'Ask whether it may go',
      name,
      says: 'Ask',
      before: html`<p class="govuk-body">Each referral is asked about, whoever it is for. A manager who does not keep
  this file answers that it may go, or not now, and never why. Until then it is not now. Say nothing to them of an
  answer.</p>`,
    },
    html``,
  );

export const referralPage = (model: FormModel, name: string) =>
  shaped(
    model,
    { heading: 'The referral was made', name },
    html`${dayInput(model.form, 'referred', { legend: 'On which day?' })}${inWords(model, 'To whom, and how?')}`,
  );

export const outcomePage = (model: FormModel, name: string) =>
  shaped(
    model,
    { heading: 'What came of it', name },
    html`${chosen(model, 'outcome', 'What came of it?', outcomes)}${inWords(
      model,
      'What do you know, and from whom?',
    )}`,
  );

export const droppingPage = (model: FormModel, name: string) =>
  shaped(
    model,
    { heading: 'It is not made', name },
    html`${chosen(model, 'outcome', 'Why?', droppings)}${inWords(model, 'In a sentence')}`,
  );

/** For a manager who keeps no file of theirs: no word of who asks. */
export const answerPage = (model: FormModel, name: string) =>
  shaped(
    model,
    {
      heading: 'May a referral to a programme go?',
      name,
      says: 'Answer',
      before: html`<p class="govuk-body">Look for them among the people of your team’s cases. Where they are named as
  feared, ask whoever leads each case to say there, under Enforcement, whether it may go; they ask the person first. Say
  to nobody why you ask. Where you find nothing, say what you looked for. It goes only where every case says so,
  whatever you answer; nobody is told which did not.</p>`,
    },
    html`${chosen(model, 'said', 'May it go?', mayGoAnswers)}${inWords(
      model,
      'On what does that rest?',
      'For you alone, and for whoever checks this later',
    )}`,
  );
