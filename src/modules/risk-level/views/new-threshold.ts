import { dateInput } from '#kit/components/date-input.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel, items, optionItems } from '#modules/case-file/pure.ts';
import { repeatDefinitions } from '#rules/repeat.ts';
import type { Area } from '../threshold.ts';
import type { WeighedInstrument } from '../weighed-instruments.ts';
import { areaChoices } from './thresholds.ts';

/** Beside the reason, where it is missing: what of it makes fewer people high or medium. */
export function whyFewer(fewer: readonly string[]): string {
  return `Say why in a sentence: fewer people would be high or medium (${fewer.join('; ')})`;
}

/** A threshold for an instrument, a place and a day. */
export function newThresholdPage(
  formModel: FormModel,
  areas: readonly Area[],
  instruments: readonly WeighedInstrument[],
): Html {
  const { form } = formModel;
  const count = (name: string, label: string, hint: string, width = '3') =>
    input({
      ...kept(form, name),
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      classes: `govuk-input--width-${width}`,
      ...(width === '3' && { inputmode: 'numeric' as const }),
      autocomplete: 'off',
    });
  const highHint = `Of the Dash how many yes: 14 is common. ${levelsOffered(instruments)}`;
  return html`<h1 class="govuk-heading-l">Set a threshold</h1>
${caseForm(
  formModel,
  'Set the threshold',
  html`${select({
    ...kept(form, 'instrument'),
    label: { text: 'For which questions?', classes: 'govuk-label--s' },
    items: instruments.map(({ id, name }) => ({ value: id, text: name })),
  })}${select({
    ...kept(form, 'area'),
    label: { text: 'Where does it hold?', classes: 'govuk-label--s' },
    items: optionItems(areaChoices(areas), 'Everywhere that has no threshold of its own'),
  })}${dateInput({
    ...keptDate(form, 'from'),
    fieldset: { legend: { text: 'From which day?', classes: 'govuk-fieldset__legend--s' } },
  })}${count('highFrom', 'High from which score?', highHint, '10')}${count(
    'mediumFrom',
    'Medium from which score?',
    'Of the Dash how many yes: 10 is common',
    '10',
  )}${details({
    summaryText: 'What the levels are called here, where they have names',
    open: ['nameHigh', 'nameMedium', 'nameStandard'].some((name) => form.values[name] || form.errors[name]),
    html: html`${count('nameHigh', 'High is called', 'For instance Gold', '10')}${count(
      'nameMedium',
      'Medium is called',
      'For instance Silver',
      '10',
    )}${count('nameStandard', 'Standard is called', 'For instance Bronze', '10')}`,
  })}${count(
    'callOuts',
    'High from how many police call-outs in 12 months?',
    'With the Dash alone. Often 3. Leave empty where call-outs are not counted',
  )}${radios({
    ...kept(form, 'repeat'),
    fieldset: {
      legend: {
        text: 'What counts as a repeat, within 12 months of a Marac referral?',
        classes: 'govuk-fieldset__legend--s',
      },
    },
    hint: { text: 'With the Dash alone' },
    items: items(repeatDefinitions),
  })}${input({
    ...kept(form, 'source'),
    label: { text: 'Who set it?', classes: 'govuk-label--s' },
    hint: { text: 'For example the Marac’s operating protocol, and its date' },
    autocomplete: 'off',
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Why, where fewer people would be high or medium', classes: 'govuk-label--s' },
    hint: {
      text:
        'If it is higher than what holds, leaves out call-outs that count, or counts fewer repeats. Another manager ' +
        'reads it and has to agree; until then what holds goes on',
    },
    rows: 3,
  })}`,
)}`;
}

/** Of a tool whose levels are known here, their names do as well as numbers. */
function levelsOffered(instruments: readonly WeighedInstrument[]): string {
  return instruments
    .flatMap(({ name, levels }) =>
      levels
        ? [`Of ${name} a score, or one of its levels: ${levels.map((each) => each.name).join(', ')}.`]
        : [],
    )
    .join(' ');
}
