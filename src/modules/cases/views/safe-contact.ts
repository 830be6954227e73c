import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { contactChannels, contactOutcomes } from '../contact-outcomes.ts';
import { paths } from '../paths.ts';
import {
  agreedChannels,
  factsOf,
  interpreters,
  needsOf,
  nothingAgreed,
  type SafeContactValue,
  workerGenders,
} from '../safe-contact.ts';
import type { Contact } from '../store/contacts.ts';
import type { SafeContactVersion } from '../store/safe-contacts.ts';
import { caseHead } from './frame.ts';
import type { CaseModel, FormModel } from './model.ts';
import { caseForm, items, optionItems, verbatim } from './parts.ts';

export interface ContactPageModel extends CaseModel {
  readonly versions: readonly SafeContactVersion[];
  readonly contacts: readonly Contact[];
}

/** What is agreed, what was agreed before, and every contact and attempt. */
export function contactPage(model: ContactPageModel): Html {
  const [current, ...earlier] = model.versions;
  const { id } = model.file;
  return html`${caseHead(model, 'Contact', 'Contact')}
<div class="govuk-button-group">${button({ text: 'Record a contact', href: paths.newContact(id) })}${button({
    text: current ? 'Ask again' : 'Record what is safe',
    href: paths.newSafeContact(id),
    classes: 'govuk-button--secondary',
  })}</div>
<h2 class="govuk-heading-m">What is agreed now</h2>
${current ? version(model, current) : warningText({ text: `${nothingAgreed}.` })}
${
  earlier.length > 0 &&
  details({
    summaryText: `What was agreed before (${earlier.length})`,
    html: html`${earlier.map((each) => version(model, each))}`,
  })
}
<h2 class="govuk-heading-m">Contacts and attempts</h2>${contactLog(model)}`;
}

/** One asking, with everything that was said; used beside a form as well, when somebody else was first. */
export function version({ calendar }: Pick<CaseModel, 'calendar'>, agreed: SafeContactVersion): Html {
  return summaryList({
    card: {
      title: {
        text: `Asked on ${momentInWords(agreed.recordedAt, calendar)} by ${agreed.recordedByName ?? 'Lintel'}`,
        headingLevel: 3,
      },
    },
    rows: [...wayOf(agreed), ...factsOf(agreed), ...needsOf(agreed)].map(({ name, value }) => ({
      key: { text: name },
      value: { text: value },
    })),
  });
}

function wayOf(agreed: SafeContactValue) {
  return [
    { name: 'First choice', value: labelOf(agreedChannels, agreed.channel) },
    { name: 'Number, address or place', value: agreed.value },
    { name: 'When', value: agreed.times },
    { name: 'Agreed with the person themselves', value: agreed.agreedWithPerson ? 'Yes' : 'No' },
  ].filter((fact) => fact.value !== '');
}

function contactLog({ contacts, calendar }: ContactPageModel): Html {
  if (contacts.length === 0) return html`<p class="govuk-body">Nobody has tried yet.</p>`;
  return table({
    head: [{ text: 'When' }, { text: 'How' }, { text: 'What came of it' }, { text: 'Notes' }],
    classes: 'lintel-table--cards',
    rows: contacts.map((contact) => [
      { text: momentInWords(contact.happenedAt, calendar) },
      { text: labelOf(contactChannels, contact.channel) },
      {
        html: html`<strong>${contact.twoWayAndSafe ? 'Contact' : 'Attempt'}</strong>: ${labelOf(contactOutcomes, contact.outcome)}`,
      },
      {
        html: html`${verbatim(contact.notes)}<p class="govuk-hint">${contact.recordedByName ?? 'Lintel'}</p>`,
      },
    ]),
  });
}

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

export function newSafeContactPage(model: CaseModel, formModel: FormModel, meanwhile: Html | null): Html {
  const { form } = formModel;
  const permission = (name: string, text: string) =>
    radios({
      ...kept(form, name),
      fieldset: legend(text),
      classes: 'govuk-radios--inline govuk-radios--small',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    });
  const lineOf = (name: string, text: string, hint?: string) =>
    input({
      ...kept(form, name),
      label: { text, classes: 'govuk-label--s' },
      hint: hint === undefined ? undefined : { text: hint },
      autocomplete: 'off',
    });
  return html`${caseHead(model, 'Contact', 'How may we safely be in touch?')}
<p class="govuk-body">Ask each time: what was safe last week may not be safe today. What is not agreed counts as No.</p>
${meanwhile}
${caseForm(
  formModel,
  'Save what was agreed',
  html`${radios({
    ...kept(form, 'channel'),
    fieldset: legend('How do they want to be reached first?'),
    classes: 'govuk-radios--small',
    items: items(agreedChannels),
  })}${lineOf('value', 'Number, address or place')}${lineOf('times', 'Safe days and times')}${lineOf('whoMightAnswer', 'Who else might answer or see it?')}
${permission('voicemail', 'May we leave a voicemail?')}${permission('text', 'May we text?')}${permission('email', 'May we e-mail?')}${permission('post', 'May we send post?')}${permission('withhold', 'Shall we withhold our number?')}
${lineOf('codeWord', 'Code word', 'So that both sides know who is speaking, or that it is not safe')}${lineOf('doNot', 'What must never be done')}
<h2 class="govuk-heading-m">What they need from us</h2>${checkboxes({
    ...keptChoices(form, 'needsAsked'),
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'I asked about language, an interpreter and other needs' }],
  })}${lineOf('language', 'Language')}${select({
    ...kept(form, 'interpreter'),
    label: { text: 'Interpreter', classes: 'govuk-label--s' },
    hint: { text: 'Professional interpreters only: never family, friends or anybody from the community.' },
    items: optionItems(interpreters, 'Not asked'),
  })}${select({
    ...kept(form, 'workerGender'),
    label: { text: 'Colleague they would rather speak with', classes: 'govuk-label--s' },
    items: optionItems(workerGenders, 'Not asked'),
  })}${lineOf('meetingPlace', 'Safe place to meet', 'It need not be the home')}${textarea({
    ...kept(form, 'adjustments'),
    label: { text: 'Adjustments', classes: 'govuk-label--s' },
    rows: 3,
  })}${permission('agreed', 'Was this agreed with the person themselves?')}`,
)}`;
}
