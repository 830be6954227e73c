import { foldedFields } from '#kit/components/folded-fields.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import { recipientSorts } from '#rules/sharing.ts';
import type { Recipient } from '../store/recipients.ts';
import { recipientInWords } from '../words.ts';

/** One whom the case has already, or another, by its name and role. */
export function recipientChoice(form: FormState, recipients: readonly Recipient[]): Html {
  const there = recipients.filter(({ endedAt }) => endedAt === null);
  return html`${
    there.length > 0 &&
    radios({
      ...kept(form, 'recipient'),
      fieldset: { legend: { text: 'With whom', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: [
        ...there.map((each) => ({ value: each.id, text: recipientInWords(each) })),
        { value: '', text: 'Another, named below' },
      ],
    })
  }${
    there.length > 0
      ? foldedFields(
          form,
          'Another agency, or another role there',
          ['agency', 'role', 'sort'],
          named(form, true),
        )
      : named(form, false)
  }`;
}

function named(form: FormState, known: boolean): Html {
  return html`${input({
    ...kept(form, 'agency'),
    label: { text: known ? 'Another agency' : 'With which agency', classes: 'govuk-label--s' },
    autocomplete: 'off',
  })}${input({
    ...kept(form, 'role'),
    label: { text: 'The person, desk or role there', classes: 'govuk-label--s' },
    hint: { text: 'What they agree to is for this role alone: “Idva service”, “officer in the case”' },
    autocomplete: 'off',
  })}${radios({
    ...kept(form, 'sort'),
    fieldset: { legend: { text: 'What kind of agency', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(recipientSorts),
  })}`;
}
