import { dayInput } from '#kit/components/day-input.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  casePaths,
  type FormModel,
  items,
  nameOf,
} from '#modules/case-file/pure.ts';
import { actionsOn } from '#rules/action-kinds.ts';
import { today } from '#rules/calendar.ts';
import type { ActAnswer } from '#rules/may-act.ts';
import { possessive } from '#rules/words.ts';
import { droppings, outcomes } from '../outcomes.ts';
import { fearedIn } from './of-case.ts';
import { enforcementHead, kindInWords, neverWaits, type OneAction, shutBecause } from './shared.ts';

export const inWords = (form: FormState, name: string, label: string, hint: string) =>
  textarea({
    ...kept(form, name),
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    rows: 4,
  });

export const small = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

export function newActionPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  const feared = fearedIn(model);
  const heading = enforcementHead(model, 'Propose something');
  if (feared.length === 0)
    return html`${heading}<p class="govuk-body">Nobody who is feared is named in this case yet. <a class="govuk-link"
      href="${casePaths.people(model.file.id)}">Say who that is</a> first.</p>`;
  return html`${heading}
<p class="govuk-body">Nothing follows from it yet. What is listed may be considered; none of it is advised here.</p>
${neverWaits}
${caseForm(
  formModel,
  'Propose it',
  html`${radios({
    ...kept(form, 'aboutId'),
    fieldset: small('About whom?'),
    classes: 'govuk-radios--small',
    items: feared.map((each) => ({ value: each.id, text: nameOf(model.known, each) })),
  })}${radios({
    ...kept(form, 'kind'),
    fieldset: small('What would be done?'),
    classes: 'govuk-radios--small',
    items: items(actionsOn(today(model), model.calendar.rules)),
  })}${inWords(
    form,
    'what',
    'What exactly, and what does it answer?',
    'What happened, where that is known from, and what the aim is',
  )}`,
)}`;
}

/** Only while it is open: else why it is not, as the page of the action says it. */
export function whileOpen(
  model: CaseModel,
  { action }: Pick<OneAction, 'action'>,
  answer: ActAnswer,
  heading: string,
  form: () => Html,
): Html {
  return html`${enforcementHead(model, heading)}<p class="govuk-body">${kindInWords(action)}</p>${
    answer.open
      ? form()
      : html`${insetText({ text: 'It is not open now, and nobody overrides that:' })}${shutBecause(model.pack, answer)}`
  }`;
}

export function managerPage(model: CaseModel, formModel: FormModel, one: OneAction): Html {
  return whileOpen(
    model,
    one,
    one.gate.decide,
    'Put it to a manager',
    () => html`<p class="govuk-body">A manager other than you decides, about what was said and tested now. Whatever is
      said or tested after it is put to a manager anew.</p>${caseForm(
        formModel,
        'Put it to a manager',
        inWords(
          formModel.form,
          'why',
          'Why this, and why now?',
          `How the ${possessive(model.pack.words.person)} view was weighed, and what was considered instead`,
        ),
      )}`,
  );
}

export function tellingPage(model: CaseModel, formModel: FormModel, one: OneAction): Html {
  const { form } = formModel;
  return whileOpen(
    model,
    one,
    one.gate.tell,
    'They know beforehand',
    () => html`<p class="govuk-body">They are told before it happens, in the way that was agreed with them: <a
      class="govuk-link" href="${casePaths.contact(model.file.id)}">how to reach them</a>, <a class="govuk-link"
      href="${casePaths.messages(model.file.id)}">write to them</a>. Record the contact first.</p>${caseForm(
        formModel,
        'Save',
        html`${radios({
          ...kept(form, 'told'),
          fieldset: small('Do they know?'),
          classes: 'govuk-radios--small',
          items: [
            { value: 'told', text: 'Yes: they know what is to happen, and when' },
            { value: 'not_safe_to_tell', text: 'No: telling them would not be safe' },
          ],
        })}${dayInput(form, 'happens', {
          legend: 'On which day is it to happen?',
          hint: 'For example 14 12 2026',
        })}${inWords(form, 'words', 'How, and what did they say?', 'What is arranged; or why it is not safe')}`,
      )}`,
  );
}

export function takingPage(model: CaseModel, formModel: FormModel, one: OneAction): Html {
  const { form } = formModel;
  return whileOpen(
    model,
    one,
    one.gate.take,
    'It was done',
    () =>
      html`<p class="govuk-body">From then on the risk is to be looked at again within two working days.</p>${caseForm(
        formModel,
        'Save',
        html`${dayInput(form, 'done', { legend: 'On which day?', hint: 'For example 14 12 2026' })}${inWords(
          form,
          'words',
          'What was done?',
          'By whom, how they took it, and what follows',
        )}`,
      )}`,
  );
}

export function outcomePage(model: CaseModel, formModel: FormModel, { action }: OneAction): Html {
  const { form } = formModel;
  return html`${enforcementHead(model, 'What came of it')}<p class="govuk-body">${kindInWords(action)}</p>${caseForm(
    formModel,
    'Save',
    html`${radios({
      ...kept(form, 'outcome'),
      fieldset: small('What came of it?'),
      classes: 'govuk-radios--small',
      items: items(outcomes),
    })}${inWords(form, 'words', 'What happened?', 'And how you know: from whom, and when')}`,
  )}`;
}

export function droppingPage(model: CaseModel, formModel: FormModel, { action }: OneAction): Html {
  const { form } = formModel;
  return html`${enforcementHead(model, 'It is not done')}<p class="govuk-body">${kindInWords(action)}. It stays on
    record, with the reason.</p>${caseForm(
      formModel,
      'Save',
      html`${radios({
        ...kept(form, 'because'),
        fieldset: small('Why not?'),
        classes: 'govuk-radios--small',
        items: items(droppings),
      })}${inWords(form, 'words', 'In a sentence', 'What happens instead; or who did it, when, and how you know')}`,
    )}`;
}
