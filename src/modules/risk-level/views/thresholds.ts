import { button } from '#kit/components/button.ts';
import { dateInput } from '#kit/components/date-input.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  optionItems,
} from '#modules/case-file/pure.ts';
import { dateInWords } from '#rules/moment.ts';
import { repeatDefinitions, repeatInWords } from '#rules/repeat.ts';
import { capitalised } from '#rules/words.ts';
import { thresholdPaths as paths } from '../paths.ts';
import type { CaseThreshold, ThresholdOnFile } from '../store/thresholds.ts';
import { type Area, type LocalRules, rulesInWords, rulesOf, rulesOn } from '../threshold.ts';
import type { WeighedInstrument } from '../weighed-instruments.ts';
import { settingsHead } from './settings-head.ts';

export interface ThresholdsModel {
  readonly areas: readonly Area[];
  readonly thresholds: readonly ThresholdOnFile[];
  /** How many lines are to be checked with their area. */
  readonly lines: number;
  readonly today: Temporal.PlainDate;
}

/** What counts as high where, and since when: local conventions, each with who says so. */
export function thresholdsPage(model: ThresholdsModel): Html {
  const { areas, thresholds, lines, today } = model;
  return html`${settingsHead('Local thresholds')}
    <div class="lintel-heading"><h1 class="govuk-heading-l">Local thresholds of risk</h1>
    <div class="govuk-button-group">${button({
      text: 'Set a threshold',
      href: paths.newThreshold,
    })}${button({ text: 'Add a Marac area', href: paths.newArea, classes: 'govuk-button--secondary' })}${button(
      {
        text: 'Take over what is known',
        href: paths.takePathway,
        classes: 'govuk-button--secondary',
      },
    )}</div></div>
<p class="govuk-body">From which score a level is indicated differs between areas, instruments and over time.
  A threshold never lowers anybody’s level: where it changes, each case is weighed by it at its next review.</p>
${lines > 0 && warningText({ text: toCheckInWords(lines) })}
<h2 class="govuk-heading-m">What holds today</h2>
${table({
  caption: 'What holds today, by Marac area',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--cards lintel-table--brief',
  head: [{ text: 'Marac area' }, { text: 'Local authorities' }, { text: 'Threshold' }, { text: 'Source' }],
  rows: [
    ...areas.map((area) => [
      { html: html`<a class="govuk-link" href="${paths.area(area.id)}">${area.name}</a>` },
      { text: area.authorities.join(', ') || 'None yet', classes: 'lintel-cell--line' },
      ...held(rulesOn(thresholds, area.id, today)),
    ]),
    [
      { html: html`<strong>Everywhere else</strong>` },
      { text: 'All others' },
      ...held(rulesOn(thresholds, null, today)),
    ],
  ],
})}
${thresholds.length > 0 && everySet(model)}`;
}

function toCheckInWords(lines: number): string {
  const said = lines === 1 ? '1 line is' : `${lines} lines are`;
  return (
    `${said} not checked with the area, or not for 12 months, or said to be different. A manager of the team asks ` +
    'the area and marks each on the area’s own page.'
  );
}

function held(threshold: LocalRules) {
  const bands = capitalised(rulesInWords(threshold));
  return [
    {
      text:
        `${bands}. ${callOutsInWords(threshold)} A repeat is ` +
        `${repeatInWords(threshold.repeat)} within 12 months of a Marac referral.`,
      classes: 'lintel-cell--words',
    },
    { text: threshold.source, classes: 'lintel-cell--line' },
  ];
}

/** Call-outs and repeats are told with the threshold of the Dash. */
function heldOfAnother(threshold: ThresholdOnFile) {
  return [
    { text: `${capitalised(rulesInWords(rulesOf(threshold)))}.`, classes: 'lintel-cell--words' },
    { text: threshold.source, classes: 'lintel-cell--line' },
  ];
}

function callOutsInWords({ callOuts }: Pick<LocalRules, 'callOuts'>): string {
  return callOuts === null
    ? 'Call-outs are not counted.'
    : `High from ${callOuts} police call-outs in 12 months.`;
}

function everySet({ areas, thresholds }: ThresholdsModel): Html {
  const nameOf = (id: string | null) => areas.find((area) => area.id === id)?.name ?? 'Everywhere else';
  return html`<h2 class="govuk-heading-m">Every one that was set</h2>${table({
    caption: 'Every threshold that was set, the one that takes effect last first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief lintel-table--dense',
    head: [
      { text: 'From' },
      { text: 'Where' },
      { text: 'Threshold' },
      { text: 'Source' },
      { text: 'Set by' },
    ],
    rows: thresholds.map((each) => [
      { text: each.effectiveFrom ? dateInWords(each.effectiveFrom) : 'An unknown day' },
      { text: nameOf(each.areaId) },
      ...(each.instrument === 'dash' ? held(rulesOf(each)) : heldOfAnother(each)),
      { text: each.setByName ?? 'Lintel' },
    ]),
  })}`;
}

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

/** What somebody else wrote meanwhile. */
export function authoritiesNow(authorities: readonly string[]): Html {
  return html`<p class="govuk-body">${authorities.join(', ') || 'None yet'}</p>`;
}

export function areaPage(formModel: FormModel, area: Area | null, meanwhile: Html | null = null): Html {
  const { form } = formModel;
  return html`<h1 class="govuk-heading-l">${area?.name ?? 'Add a Marac area'}</h1>${meanwhile}
${caseForm(
  formModel,
  area ? 'Save' : 'Add the area',
  html`${
    !area &&
    input({
      ...kept(form, 'name'),
      label: { text: 'Name', classes: 'govuk-label--s' },
      hint: { text: 'As the Marac itself is called' },
      autocomplete: 'off',
    })
  }${textarea({
    ...kept(form, 'authorities'),
    label: { text: 'Local authorities', classes: 'govuk-label--s' },
    hint: {
      text:
        'One a line, written as in the register of homes. One that belonged to another area ' +
        'belongs to this one from now on',
    },
    rows: 6,
  })}`,
)}`;
}

export function caseAreaPage(
  model: CaseModel,
  formModel: FormModel,
  { areas, local }: { readonly areas: readonly Area[]; readonly local: CaseThreshold },
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Risk', 'Where is it heard?')}
<p class="govuk-body">${inWords(local)}</p>
${caseForm(
  formModel,
  'Save',
  html`${select({
    ...kept(form, 'area'),
    label: { text: 'Marac area', classes: 'govuk-label--s' },
    items: optionItems(areaChoices(areas), 'As the home’s local authority says'),
  })}${textarea({
    ...kept(form, 'reason'),
    label: { text: 'Why', classes: 'govuk-label--s' },
    hint: { text: 'For example that they live elsewhere for now' },
    rows: 3,
  })}`,
)}`;
}

function inWords({ area, set, localAuthority }: CaseThreshold): string {
  if (!area) return `No Marac area is known for ${localAuthority ?? 'this home'}.`;
  if (set) return `${area.name}: ${set.reason}`;
  return `${area.name}, as the home is in ${localAuthority ?? 'its area'}.`;
}

function areaChoices(areas: readonly Area[]) {
  return areas.map(({ id, name }) => ({ value: id, label: name }));
}
