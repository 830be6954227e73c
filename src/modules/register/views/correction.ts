import { dateInput } from '#kit/components/date-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { personName } from '#kit/components/person-name.ts';
import type { Typed } from '#kit/forms.ts';
import { type Html, html } from '#kit/html.ts';
import { dayFields } from '#kit/typed-day.ts';
import type { PersonRecord } from '../record-of.ts';
import { born } from './parts.ts';

/** What the record says as form values. */
export function correctionValues(record: PersonRecord): Typed {
  const { dateOfBirth } = record;
  return {
    givenName: record.givenName,
    familyName: record.familyName,
    alsoKnownAs: record.alsoKnownAs.join('; '),
    ...(dateOfBirth && dayFields('dateOfBirth', dateOfBirth)),
  };
}

export function correctionPage(form: FormModel, meanwhile: Html | null): Html {
  const state = form.form;
  const fields = html`${input({
    label: { text: 'Given name' },
    autocomplete: 'off',
    attributes: { dir: 'auto' },
    ...kept(state, 'givenName'),
  })}${input({
    label: { text: 'Family name' },
    autocomplete: 'off',
    attributes: { dir: 'auto' },
    ...kept(state, 'familyName'),
  })}${input({
    label: { text: 'Also known as' },
    hint: { text: 'Other names, with a semicolon between them' },
    autocomplete: 'off',
    attributes: { dir: 'auto' },
    ...kept(state, 'alsoKnownAs'),
  })}${dateInput({
    fieldset: { legend: { text: 'Date of birth' } },
    hint: { text: 'For example, 31 3 1980. Leave it empty if it is not known.' },
    ...keptDate(state, 'dateOfBirth'),
  })}`;
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">Correct details</h1>
${meanwhile}
${formItself(form, 'Save', fields, { classes: null })}`;
}

/** For somebody who was second: what is saved now. */
export function correctedMeanwhile(record: PersonRecord): Html {
  return insetText({
    html: html`<p class="govuk-body">Somebody else changed these details while you wrote.
  Nothing of yours was saved yet; it still stands in the form below. Saved now:</p>
<p class="govuk-body">
${personName(record.name)}${record.alsoKnownAs.length > 0 && `, also known as ${record.alsoKnownAs.join('; ')}`}.
  Date of birth: ${born(record.dateOfBirth)}.</p>
<p class="govuk-body">Save again to replace it with what you wrote.</p>`,
  });
}
