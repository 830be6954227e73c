import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, type FormModel, items } from '#modules/case-file/pure.ts';
import {
  advices,
  ideas,
  known,
  mediationEnds,
  mediationQuestions,
  mediationStops,
  wishes,
} from '#rules/mediation.ts';
import type { Choice } from '#rules/words.ts';
import { mediationHead, type OneMediation, shutBecause } from './shared.ts';

const small = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

const choose = ({ form }: FormModel, name: string, asks: string, from: readonly Choice[], hint?: string) =>
  radios({
    ...kept(form, name),
    fieldset: small(asks),
    ...(hint !== undefined && { hint: { text: hint } }),
    classes: 'govuk-radios--small',
    items: items(from),
  });

const inWords = ({ form }: FormModel, name: string, text: string, hint?: string) =>
  textarea({
    ...kept(form, name),
    label: { text, classes: 'govuk-label--s' },
    ...(hint !== undefined && { hint: { text: hint } }),
    rows: 4,
  });

const who = ({ form }: FormModel, text: string, hint: string) =>
  input({ ...kept(form, 'who'), label: { text, classes: 'govuk-label--s' }, hint: { text: hint } });

const aloneAndWhen = (formModel: FormModel) =>
  html`${choose(formModel, 'alone', 'Were they alone when they said so?', known, 'Nobody who could hear or read it')}
${momentInput(formModel.form, 'said', { legend: 'When did they say so?' })}`;

export function newMediationPage(model: CaseModel, formModel: FormModel): Html {
  return html`${mediationHead(model, 'Mediation was asked about')}
<p class="govuk-body">Write it down as it was said. Nothing follows from it yet. What somebody else wishes, the other
  tenant above all, is kept here and is never put to them.</p>
${caseForm(
  formModel,
  'Save',
  html`${choose(formModel, 'idea', 'Whose idea was it?', ideas)}${aloneAndWhen(formModel)}${inWords(
    formModel,
    'words',
    'What was said, in their own words',
  )}`,
)}`;
}

export function wishPage(model: CaseModel, formModel: FormModel): Html {
  return html`${mediationHead(model, 'What they say now')}
<p class="govuk-body">Do not suggest it. Say what it is, that they may stop at any moment, and that nothing follows
  from a no.</p>${caseForm(
    formModel,
    'Save',
    html`${choose(formModel, 'wish', 'What do they say?', wishes)}${aloneAndWhen(formModel)}${inWords(
      formModel,
      'words',
      'In their own words',
    )}`,
  )}`;
}

export function testPage(model: CaseModel, formModel: FormModel): Html {
  return html`${mediationHead(model, 'Is it safe?')}
<p class="govuk-body">What nobody knows is not safe. What stands elsewhere in the case counts beside it.</p>${caseForm(
    formModel,
    'Save',
    html`${mediationQuestions.map(({ name, asks, hint }) => choose(formModel, name, asks, known, hint))}${inWords(
      formModel,
      'words',
      'From what that is known',
    )}`,
  )}`;
}

export function advicePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${mediationHead(model, 'What a specialist says')}
<p class="govuk-body">An Idva, or a specialist domestic-abuse service: not the mediator, and not a colleague here. Name
  nobody to them who did not agree to be named. Where one says that it is not safe, no other is asked instead.</p>
${caseForm(
  formModel,
  'Save',
  html`${choose(formModel, 'says', 'What do they say?', advices)}${who(
    formModel,
    'Who was asked?',
    'The service, and in what role',
  )}${momentInput(form, 'given', { legend: 'When did they say so?' })}${inWords(formModel, 'words', 'What they said')}`,
)}`;
}

export function managerPage(model: CaseModel, formModel: FormModel, { gate }: OneMediation): Html {
  return html`${mediationHead(model, 'Put it to a manager')}${
    gate.decide.open
      ? html`<p class="govuk-body">A manager other than you decides, about what was said, looked at and advised now.</p>
${caseForm(formModel, 'Put it to a manager', inWords(formModel, 'why', 'Why this, and what else was gone through?'))}`
      : html`${insetText({ text: 'It is not open now, and nobody overrides that:' })}${shutBecause(
          model.pack,
          gate.decide,
        )}`
  }`;
}

export function arrangementPage(model: CaseModel, formModel: FormModel, { gate }: OneMediation): Html {
  const { form } = formModel;
  return html`${mediationHead(model, 'It is arranged')}${
    gate.arrange.open
      ? html`<p class="govuk-body">With a mediator who is independent of us and of both. The two never meet: not in a
  room, a building or a call.</p>${caseForm(
    formModel,
    'Save',
    html`${who(formModel, 'Who mediates?', 'The mediator and the service, independent of us')}${radios({
      ...kept(form, 'way'),
      fieldset: small('How?'),
      classes: 'govuk-radios--small',
      items: [
        { value: 'apart', text: 'Apart: the mediator goes between them, and they never meet' },
        { value: 'together', text: 'Together' },
      ],
    })}${dayInput(form, 'day', { legend: 'On which day does it begin?', hint: 'For example 14 12 2026' })}${inWords(
      formModel,
      'words',
      'How is each reached, and what happens if one wants to stop?',
    )}`,
  )}`
      : html`${insetText({ text: 'It is not open now, and nobody overrides that:' })}${shutBecause(
          model.pack,
          gate.arrange,
        )}`
  }`;
}

export function outcomePage(model: CaseModel, formModel: FormModel, { gate }: OneMediation): Html {
  return html`${mediationHead(model, 'What came of it')}${
    !gate.arrange.open &&
    insetText({
      text: 'It was shut. What went on all the same is kept as that, and the risk is looked at again.',
    })
  }<p class="govuk-body">That nothing was agreed is no failure. A name comes off a tenancy only by a change of the
  tenancy, with advice of their own.</p>${caseForm(
    formModel,
    'Save',
    html`${choose(formModel, 'why', 'What came of it?', mediationEnds)}${inWords(
      formModel,
      'words',
      'What was agreed, and how are they now?',
    )}`,
  )}`;
}

export function stoppingPage(model: CaseModel, formModel: FormModel): Html {
  return html`${mediationHead(model, 'Stop it, or leave it')}
<p class="govuk-body">At any moment, and without a reason of theirs. It is no failure. Whoever mediates is told that it
  stops, and nobody is told why.</p>${caseForm(
    formModel,
    'Save',
    html`${choose(formModel, 'why', 'Why?', mediationStops)}${inWords(
      formModel,
      'words',
      'In a sentence',
      'And who was told that it stops',
    )}`,
  )}`;
}
