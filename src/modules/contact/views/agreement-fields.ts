import { checkboxes } from '#kit/components/checkboxes.ts';
import { fieldset } from '#kit/components/fieldset.ts';
import { foldedFields } from '#kit/components/folded-fields.ts';
import { type FormState, kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { weekdays } from '#rules/moment.ts';
import { type WindowKind, type WindowRow, windowRows } from '../forms/windows-form.ts';

export const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

/** In place of leaving empty what is kept back, where an address or a place was agreed before they moved. */
export const askAgainHint = 'They have moved since. Write it anew, even if it is still the same.';

/** What an import brought is asked about here, and never taken over: nobody agreed to it with us (L2.1a). */
export function knownNotAgreed(known: readonly string[]): Html | undefined {
  if (known.length === 0) return undefined;
  return html`<p class="govuk-body"><strong>Known, not agreed:</strong> the register has ${known.join(', ')}. Nobody
    agreed to it with us, and others may answer or read it. Ask them, and write down what they say.</p>`;
}

const spanNames: Readonly<Record<WindowKind, readonly [string, string]>> = {
  safe: ['Safe times', 'More safe times'],
  never: ['Times never to use', 'More times never to use'],
};

/** One is asked for; further ones are folded away until they are needed. */
export function spans(form: FormState, kind: WindowKind): Html {
  const [first, ...others] = windowRows[kind];
  const [name, more] = spanNames[kind];
  const fieldsOf = (row: WindowRow) => [row.days, row.from, row.to];
  const inside = html`${others.map((row, index) => span(form, row, `${more} (${index + 1})`))}`;
  return html`${first && span(form, first, name)}${foldedFields(form, more, others.flatMap(fieldsOf), inside)}`;
}

function span(form: FormState, fields: WindowRow, name: string): Html {
  const time = (field: string, text: string) =>
    input({
      ...kept(form, field),
      label: { text },
      classes: 'govuk-input--width-5',
      inputmode: 'numeric',
      autocomplete: 'off',
    });
  return fieldset({
    ...legend(name),
    classes: 'lintel-span',
    html: html`${checkboxes({
      ...keptChoices(form, fields.days),
      idPrefix: fields.days,
      fieldset: { legend: { text: `${name}: days`, classes: 'govuk-visually-hidden' } },
      classes: 'govuk-checkboxes--small lintel-days',
      items: weekdays.map((text, index) => ({ value: String(index + 1), text })),
    })}<div class="lintel-moment">${time(fields.from, 'From')}${time(fields.to, 'Until')}</div>`,
  });
}

export function permission(form: FormState, name: string, text: string): Html {
  return radios({
    ...kept(form, name),
    fieldset: legend(text),
    classes: 'govuk-radios--inline govuk-radios--small',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  });
}

export function lineOf(form: FormState, name: string, text: string, hint?: string): Html {
  return input({
    ...kept(form, name),
    label: { text, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    autocomplete: 'off',
  });
}
