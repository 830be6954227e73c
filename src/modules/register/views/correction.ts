import { button } from '#kit/components/button.ts';
import { dateInput } from '#kit/components/date-input.ts';
import { type FormState, formErrors, kept, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { PersonRecord } from '../record-of.ts';
import { born } from './parts.ts';

/** What the record says as form values. */
export function correctionValues(record: PersonRecord): FormState['values'] {
  return {
    givenName: record.givenName,
    familyName: record.familyName,
    alsoKnownAs: record.alsoKnownAs.join('; '),
    'dateOfBirth-day': record.dateOfBirth?.day.toString(),
    'dateOfBirth-month': record.dateOfBirth?.month.toString(),
    'dateOfBirth-year': record.dateOfBirth?.year.toString(),
  };
}

/** @param hidden with the version that the person saw */
export function correctionPage(record: PersonRecord, form: FormState, hidden: Html, stale = false): Html {
  return html`${formErrors(form)}<h1 class="govuk-heading-l">Correct details</h1>
${stale && staleText(record)}
<form method="post" action="/people/${record.id}/correction" novalidate>${hidden}${input({
    label: { text: 'Given name' },
    autocomplete: 'off',
    ...kept(form, 'givenName'),
  })}${input({ label: { text: 'Family name' }, autocomplete: 'off', ...kept(form, 'familyName') })}${input({
    label: { text: 'Also known as' },
    hint: { text: 'Other names, with a semicolon between them' },
    autocomplete: 'off',
    ...kept(form, 'alsoKnownAs'),
  })}${dateInput({
    fieldset: { legend: { text: 'Date of birth' } },
    hint: { text: 'For example, 31 3 1980. Leave it empty if it is not known.' },
    ...keptDate(form, 'dateOfBirth'),
  })}${button({ text: 'Save', preventDoubleClick: true })}</form>`;
}

function staleText(record: PersonRecord): Html {
  return insetText({
    html: html`<p class="govuk-body">Somebody else changed these details while you wrote. Nothing of yours was saved yet; it still stands in the form below. Saved now:</p>
<p class="govuk-body">${record.name}${record.alsoKnownAs.length > 0 && `, also known as ${record.alsoKnownAs.join('; ')}`}. Date of birth: ${born(record.dateOfBirth)}.</p>
<p class="govuk-body">Save again to replace it with what you wrote.</p>`,
  });
}
