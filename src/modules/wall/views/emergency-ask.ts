import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel, items } from '#modules/case-file/pure.ts';
import type { PersonSummary, PropertySummary } from '#modules/register/index.ts';
import { lasts, reasons } from '../emergency.ts';
import { paths } from '../paths.ts';

/** What was looked for on the register, and what was found. */
export interface Found {
  readonly text: string;
  readonly people: readonly PersonSummary[];
  readonly homes: readonly PropertySummary[];
}

/** For a case that somebody of the team cannot open, and that cannot wait. */
export function askPage(formModel: FormModel, found: Found): Html {
  const minutes = lasts.total('minutes');
  const { form } = formModel;
  return html`<h1 class="govuk-heading-l">Emergency access</h1>
<p class="govuk-body">If somebody is in danger now, ring 999 first.</p>
<p class="govuk-body">For a case that you cannot open and that cannot wait:
  you can see it for ${minutes} minutes. Whoever leads the case and the data protection officer are told at
  once, everything that you open is recorded, and it is reviewed within 5 working days.</p>
${caseForm(
  formModel,
  `Open the case for ${minutes} minutes`,
  html`${input({
    ...kept(form, 'reference'),
    label: { text: 'Reference of the case', classes: 'govuk-label--s' },
    hint: { text: 'For example C-7K2M-9QXA' },
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
  })}${search(found)}${fromRegister(formModel, found)}${radios({
    ...kept(form, 'reason'),
    fieldset: { legend: { text: 'Why can it not wait?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(reasons),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'In your own words', classes: 'govuk-label--s' },
    hint: { text: 'What happened, and what you need to do. Whoever reviews this reads it.' },
    rows: 4,
  })}`,
)}`;
}

/** Within the form, so that what was typed comes back; and in its body, not in an address. */
function search({ text }: Found): Html {
  return html`<div role="search" class="lintel-filters">${input({
    name: 'q',
    label: { text: 'Or find the person or the home', classes: 'govuk-label--s' },
    hint: { text: 'A name or part of it, an address, a postcode, or a phone number or its last 4 digits' },
    value: text,
    type: 'search',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
  })}${button({
    text: 'Search',
    classes: 'govuk-button--secondary',
    attributes: { formaction: paths.search },
  })}</div>`;
}

function fromRegister({ form }: FormModel, { text, people, homes }: Found): Html | undefined {
  if (text === '') return undefined;
  if (people.length + homes.length === 0)
    return html`<p class="govuk-body" role="status">Nobody and no home on the register matches.</p>`;
  return radios({
    ...kept(form, 'subject'),
    fieldset: { legend: { text: 'From the register', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [
      ...people.map((person) => ({
        value: `person:${person.id}`,
        text: person.name || 'Name not known',
        hint: {
          text:
            [person.address, person.reference].filter(Boolean).join(' · ') || 'Not from the housing system',
        },
      })),
      ...homes.map((home) => ({
        value: `home:${home.id}`,
        text: [...home.addressLines, home.postcode].filter(Boolean).join(', '),
        hint: { text: `Home ${home.reference}` },
      })),
      { value: '', text: 'None of these' },
    ],
  });
}
