import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { PersonSummary } from '#modules/register/index.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { dateInWords, dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { connections, labelOf, partChoices, partLabel, possessive } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { PersonInCase } from '../store/people.ts';
import { caseHead } from './frame.ts';
import { type CaseModel, type FormModel, nameOf } from './model.ts';
import { caseForm, items, optionItems } from './parts.ts';

export function peoplePage(model: CaseModel): Html {
  const present = model.people.filter((person) => person.endedAt === null);
  const past = model.people.filter((person) => person.endedAt !== null);
  const add = button({ text: 'Add somebody', href: paths.newPerson(model.file.id) });
  return html`${caseHead(model, 'People', 'People in this case', add)}
<p class="govuk-body">
<a class="govuk-link" href="${paths.home(model.file.id)}">Where they live</a> ·
<a class="govuk-link" href="${paths.markers(model.file.id)}">Markers on the home</a> for whoever visits</p>
${peopleTable(model, present)}
${
  past.length > 0 &&
  html`<h2 class="govuk-heading-m">No longer part of this case</h2>${table({
    head: [{ text: 'Who' }, { text: 'Part' }, { text: 'Until' }, { text: 'Why' }],
    rows: past.map((person) => [
      { html: personName(nameOf(model.known, person)) },
      { text: partLabel(person.part, model.pack.words), classes: 'lintel-cell--bare' },
      { text: person.endedAt ? momentInWords(person.endedAt, model.calendar) : '' },
      { text: person.endedReason ?? '', classes: 'lintel-cell--words' },
    ]),
    classes: 'lintel-table--cards lintel-table--brief',
  })}`
}`;
}

function peopleTable(model: CaseModel, people: readonly PersonInCase[]): Html {
  return table({
    caption: 'Who is part of this case now',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Who' }, { text: 'Part' }, { text: 'Connection' }, { text: 'Notes' }, { text: 'Change' }],
    classes: 'lintel-table--cards lintel-table--brief',
    rows: people.map((person) => {
      const name = personName(nameOf(model.known, person));
      return [
        {
          html: person.personId
            ? html`<a class="govuk-link" href="/people/${person.personId}">${name}</a>`
            : name,
        },
        { text: partLabel(person.part, model.pack.words), classes: 'lintel-cell--bare' },
        { text: person.connection && labelOf(connections, person.connection) },
        { text: notesOn(person, model), classes: 'lintel-cell--words' },
        {
          classes: 'lintel-cell--bare',
          html: html`<a class="govuk-link" href="${paths.endPerson(model.file.id, person.id)}">End<span
            class="govuk-visually-hidden"> the part of ${name}</span></a>`,
        },
      ];
    }),
  });
}

/** How old they are, as it was said when they were added or by their birth date, their school, and what was noted. */
function notesOn({ age, bornOn, school, notes, addedAt }: PersonInCase, { calendar }: CaseModel): string {
  const told = atTheOffice(addedAt, calendar).toPlainDate();
  const old = bornOn ? `Born ${dateInWords(bornOn)}` : age && `${age} (told ${dayOfWeekInWords(told)})`;
  return [old, school, notes].filter((part) => part !== '').join('. ');
}

export interface Found {
  readonly text: string;
  readonly people: readonly PersonSummary[];
}

/** First the register, then the part: somebody who is not found can be described. */
export function newPersonPage(model: CaseModel, formModel: FormModel, found: Found): Html {
  const { form } = formModel;
  const { words } = model.pack;
  return html`${caseHead(model, 'People', 'Add somebody to this case')}
${caseForm(
  formModel,
  'Add to this case',
  html`${search(model, found)}${fromRegister(formModel, found)}${input({
    ...kept(form, 'describedAs'),
    label: { text: 'Or describe them', classes: 'govuk-label--s' },
    hint: { text: 'For somebody who is not on the register, or whose name is not known' },
  })}${radios({
    ...kept(form, 'part'),
    fieldset: { legend: { text: 'Their part in this case', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(partChoices(words)),
  })}${select({
    ...kept(form, 'connection'),
    label: { text: `How they are connected to the ${words.person}`, classes: 'govuk-label--s' },
    items: optionItems(connections, 'Not said'),
  })}${input({
    ...kept(form, 'age'),
    label: { text: 'Age, about how old, or birth date', classes: 'govuk-label--s' },
    hint: { text: 'Of a child above all: 7, about 4, or 12 March 2019. Leave empty what is not known' },
    classes: 'govuk-input--width-20',
  })}${input({
    ...kept(form, 'school'),
    label: { text: 'School or nursery', classes: 'govuk-label--s' },
  })}${textarea({
    ...kept(form, 'notes'),
    label: { text: 'Notes', classes: 'govuk-label--s' },
    hint: {
      text: `For example, what they know and must not know. Never the ${possessive(words.person)} new address.`,
    },
    rows: 3,
  })}`,
)}`;
}

/** Within the form, so that what was typed below is sent along and comes back; and in its body, not in an address. */
function search({ file }: CaseModel, { text }: Found): Html {
  return html`<div role="search" class="lintel-filters">${input({
    name: 'q',
    label: { text: 'Look on the register', classes: 'govuk-label--s' },
    hint: { text: 'A name or part of it, a phone number or its last 4 digits, an address or a reference' },
    value: text,
    type: 'search',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
  })}${button({
    text: 'Search',
    classes: 'govuk-button--secondary',
    attributes: { formaction: paths.searchPeople(file.id) },
  })}</div>`;
}

function fromRegister({ form }: FormModel, { text, people }: Found): Html | undefined {
  if (text === '') return undefined;
  if (people.length === 0) return html`<p class="govuk-body">Nobody on the register matches.</p>`;
  return radios({
    ...kept(form, 'personId'),
    fieldset: { legend: { text: 'From the register', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [
      ...people.map((person) => ({
        value: person.id,
        text: person.name,
        hint: {
          text: [
            person.dateOfBirth && `Born ${person.dateOfBirth.toString()}`,
            person.address,
            person.reference,
          ]
            .filter(Boolean)
            .join(' · '),
        },
      })),
      { value: '', text: 'None of these' },
    ],
  });
}

export function endPersonPage(model: CaseModel, formModel: FormModel, person: PersonInCase): Html {
  return html`${caseHead(model, 'People', 'No longer part of this case')}
<p class="govuk-body">
<strong>${personName(nameOf(model.known, person))}</strong>, ${partLabel(person.part, model.pack.words).toLowerCase()}.
  Their part stays in the record, with when and why it ended.</p>
${caseForm(
  formModel,
  'End their part',
  input({
    ...kept(formModel.form, 'reason'),
    label: { text: 'Why are they no longer part of this case?', classes: 'govuk-label--s' },
  }),
)}`;
}
