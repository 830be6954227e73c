import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, optionItems } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { repeatInWords } from '#rules/repeat.ts';
import { capitalised } from '#rules/words.ts';
import { thresholdPaths as paths } from '../paths.ts';
import type { CaseThreshold, ThresholdOnFile } from '../store/thresholds.ts';
import { type Area, type LocalRules, rulesInWords, rulesOf, rulesOn } from '../threshold.ts';
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
  A threshold never lowers anybody’s level: where it changes, each case is weighed by it at its next review. One by
  which fewer people are high or medium than by what holds counts once another manager has agreed to it.</p>
${waiting(model)}${lines > 0 && warningText({ text: toCheckInWords(lines) })}
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

export function held(threshold: LocalRules) {
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

/** What waits, above what holds: nobody waits for it unknowingly. */
function waiting({ thresholds }: ThresholdsModel): Html | false {
  const open = thresholds.filter(({ needsSecond, decision }) => needsSecond && decision === null);
  return (
    open.length > 0 &&
    html`<h2 class="govuk-heading-m">Waits for a second person</h2>
<ul class="govuk-list govuk-list--bullet">${open.map(
      (each) =>
        html`<li><a class="govuk-link" href="${paths.threshold(each.id)}">${capitalised(
          rulesInWords(rulesOf(each)),
        )}</a>, proposed by ${each.setByName ?? 'Lintel'}. It counts for nobody yet.</li>`,
    )}</ul>`
  );
}

/** Who agreed to it and why it was asked for, where fewer people are high or medium by it. */
function secondPerson({ id, needsSecond, decision, decidedByName, decidedAt }: ThresholdOnFile): Html {
  if (!needsSecond) return html`Not needed`;
  const link = (text: string) => html`<a class="govuk-link" href="${paths.threshold(id)}">${text}</a>`;
  if (decision === null || decidedAt === null) return html`${link('Waits')}: it does not count`;
  const how = { approved: 'Agreed', declined: 'Declined', withdrawn: 'Taken back' }[decision];
  return html`${link(`${how} by ${decidedByName ?? 'Lintel'}`)}${decision !== 'approved' && ': it never counted'}`;
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
      { text: 'A second person' },
    ],
    rows: thresholds.map((each) => [
      { text: each.effectiveFrom ? dateInWords(each.effectiveFrom) : 'An unknown day' },
      { text: nameOf(each.areaId) },
      ...(each.instrument === 'dash' ? held(rulesOf(each)) : heldOfAnother(each)),
      { text: each.setByName ?? 'Lintel' },
      { html: secondPerson(each) },
    ]),
  })}`;
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
        'belongs to this one from now on. Where fewer people in it would be high or medium, two people decide',
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
<p class="govuk-body">${inWords(local, model.calendar)}</p>
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
    hint: {
      text: 'For example that they live elsewhere for now. Where the risk weighs less there, managers are told',
    },
    rows: 3,
  })}`,
)}`;
}

function inWords({ area, set, localAuthority }: CaseThreshold, calendar: WorkingCalendar): string {
  if (!area) return `No Marac area is known for ${localAuthority ?? 'this home'}.`;
  if (set) {
    const reason = set.reason.replace(/[.]?$/, '.');
    return `${area.name}: ${reason} Written down ${momentInWords(set.at, calendar)} by ${set.byName ?? 'Lintel'}.`;
  }
  return `${area.name}, as the home is in ${localAuthority ?? 'its area'}.`;
}

export function areaChoices(areas: readonly Area[]) {
  return areas.map(({ id, name }) => ({ value: id, label: name }));
}
