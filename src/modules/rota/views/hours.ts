import { fieldset } from '#kit/components/fieldset.ts';
import type { FormModel } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import type { Typed } from '#kit/forms.ts';
import { type Html, html } from '#kit/html.ts';
import { weekdays } from '../forms.ts';
import { asking } from './parts.ts';

export interface HoursModel extends FormModel {
  /** Whose hours; null: one's own. */
  readonly name: string | null;
  /** What stands there now, where somebody saved other hours meanwhile. */
  readonly meanwhile: Html | null;
}

/** A week's duty hours, day by day. */
export function hoursPage(model: HoursModel): Html {
  const { name, meanwhile } = model;
  return asking(
    model,
    name === null ? 'Your hours' : `Hours of ${name}`,
    html`${meanwhile}
      <p class="govuk-body">When ${name === null ? 'you are' : `${name} is`} on duty in an ordinary week.
      A safe moment for a call is looked for within these hours. Leave a day empty that is not worked.</p>`,
    html`${weekdays.map(([day, label]) => dayFields(model, day, label))}`,
    'Save the hours',
  );
}

/** What somebody else saved meanwhile, day by day. */
export function hoursNow(typed: Typed): Html {
  const days = weekdays.flatMap(([day, label]) => {
    const starts = typed[`${day}-starts`];
    return starts ? [`${label} ${starts} to ${typed[`${day}-ends`]}`] : [];
  });
  return insetText({
    html: html`<p class="govuk-body">Somebody else changed these hours meanwhile. What you typed is kept:
  look at both, then save.</p>
<p class="govuk-body">They are now: ${days.join(', ') || 'none'}.</p>`,
  });
}

function dayFields({ form }: FormModel, day: string, label: string): Html {
  const error = form.errors[day];
  const time = (part: string, text: string) =>
    input({
      ...kept(form, `${day}-${part}`),
      ...(part === 'starts' && { id: day }),
      ...(part === 'starts' && error !== undefined && { errorMessage: { text: error } }),
      label: { text },
      classes: 'govuk-input--width-5',
      inputmode: 'numeric',
      autocomplete: 'off',
    });
  return fieldset({
    legend: { text: label, classes: 'govuk-fieldset__legend--s' },
    html: html`<div class="lintel-moment">${time('starts', 'From')}${time('ends', 'To')}</div>`,
  });
}
