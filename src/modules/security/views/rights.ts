import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  tenureInWords,
} from '#modules/case-file/pure.ts';
import type { Choice } from '#rules/words.ts';
import {
  fireAnswers,
  fireServices,
  holders,
  ordersRead,
  owners,
  spouses,
  stands,
  wishes,
  yesNoUnknown,
} from '../rights.ts';

function asked(
  formModel: FormModel,
  name: string,
  text: string,
  choices: readonly Choice[],
  hint?: string,
): Html {
  return radios({
    ...kept(formModel.form, name),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    ...(hint !== undefined && { hint: { text: hint } }),
    classes: 'govuk-radios--small',
    items: items(choices),
  });
}

/** Who has a right in the home: whoever they fear may have one, and is asked only where that is safe. */
export function rightsPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  const ask = (name: string, text: string, choices: readonly Choice[], hint?: string) =>
    asked(formModel, name, text, choices, hint);
  return html`${caseHead(model, 'Home security', 'Who may enter, and who must agree')}
${insetText({ text: `Our register says: ${tenureInWords(model)}. It may be wrong: look at the agreement.` })}
${caseForm(
  formModel,
  'Save',
  html`${ask('holder', 'Who holds the home?', holders)}${ask(
    'holderStands',
    'If somebody else holds it too, or alone: how do they stand to a lock that shuts them out?',
    stands,
    'Ask whoever they fear only where the person says that it is safe',
  )}${ask(
    'spouse',
    'Are they married, or in a civil partnership?',
    spouses,
    'It gives a right to be in the home even to somebody who is no tenant',
  )}${ask('spouseStands', 'If so: how does that person stand to it?', stands)}${input({
    ...kept(form, 'orderWhat'),
    label: { text: 'Order of a court: which, and of which court', classes: 'govuk-label--s' },
    hint: { text: 'For example an occupation order. Leave it empty if there is none' },
  })}${ask('orderRead', 'Does it keep them from this home?', ordersRead, 'Not every order does')}${dayInput(
    form,
    'orderUntil',
    { legend: 'Until when?', hint: 'Leave it empty where it names no day' },
  )}${ask('owner', 'Who owns the building?', owners, 'A lease may ask for their agreement')}${ask(
    'fire',
    'Has somebody who knows about fire looked at doors and ways out?',
    fireAnswers,
  )}${textarea({
    ...kept(form, 'words'),
    label: { text: 'Who said so, when, and how they were asked', classes: 'govuk-label--s' },
    rows: 4,
  })}`,
)}`;
}

/** What a room to wait in for help needs. */
export function roomPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Home security', 'A sanctuary room')}
<p class="govuk-body">A strong room in which to wait for help. It is their free choice, a part of their plan, and it
  never traps anybody.</p>
${caseForm(
  formModel,
  'Save',
  html`${asked(formModel, 'wish', 'What do they say?', wishes)}${asked(
    formModel,
    'fearedLivesThere',
    'Does whoever they fear live there?',
    yesNoUnknown,
  )}${asked(formModel, 'fireService', 'Has the fire service advised on it?', fireServices)}${input({
    ...kept(form, 'fireWords'),
    label: { text: 'Who advised, and when', classes: 'govuk-label--s' },
  })}${asked(
    formModel,
    'getsOut',
    'Can everybody who would be in it always get out?',
    yesNoUnknown,
    'It opens from inside without a key, also for a child or somebody who is disabled, and help can open it',
  )}${textarea({
    ...kept(form, 'words'),
    label: { text: 'In their own words', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}
