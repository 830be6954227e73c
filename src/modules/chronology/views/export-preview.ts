import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors, kept, keptChoices } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseHead,
  items,
  learnersByWay,
  nameOf,
  casePaths as paths,
} from '#modules/case-file/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { Selection } from '#rules/handling.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { capitalised, labelOf, partLabel } from '#rules/words.ts';
import { entryKinds, entrySources } from '../entry.ts';
import { formats, type Kind, type Purpose, purposes } from '../export.ts';
import type { ExportAsked } from '../forms/export-form.ts';
import { redactor } from '../redaction.ts';
import type { Entry } from '../store/entries.ts';
import type { Withholding } from '../withholding.ts';
import { whomAbout } from './entry-list.ts';

/** Shared without their agreement, as safety may need. */
const withoutAgreement = {
  reason: 'Why it is needed is recorded with this file',
  basis: 'sharing',
} as const;

export interface PreviewModel extends CaseModel {
  readonly csrf: string;
  readonly form: FormState;
  readonly asked: ExportAsked;
  readonly period: string;
  readonly selection: Selection<Entry>;
  readonly withholdings: readonly Withholding[];
  readonly learners: Readonly<Record<Kind, readonly Learner[]>>;
  /** Of what was looked at: where it changes before the file is made, one looks again. */
  readonly version: string;
  readonly changed: boolean;
}

/** Who would learn what: asked before anything leaves, and answered in names and numbers. */
export function exportPreview(model: PreviewModel): Html {
  const { form, asked, period, selection } = model;
  const { shown } = selection;
  return html`${caseHead(model, 'Chronology', 'Who would learn this?')}
${formErrors(form)}
${
  model.changed &&
  insetText({
    text:
      'The chronology, to whom it may be shown, or who would learn it has changed since you looked. Look ' +
      'again before the file is made.',
  })
}
<p class="govuk-body">
<strong>${labelOf(purposes, asked.purpose)}</strong>${asked.recipient !== '' && html`: ${asked.recipient}`}.
  ${period}. ${counted(shown.length)} would be shown.</p>
${warnings(model)}
${learnersByWay(
  [
    { way: 'As a file', learners: model.learners.file },
    { way: 'On paper', learners: model.learners.paper },
  ],
  { headingLevel: 2 },
)}
${bySource(selection)}
${keptBack(model)}
${
  shown.length === 0
    ? html`<p class="govuk-body">There is nothing to make a file of.
      <a class="govuk-link" href="${paths.newExport(model.file.id)}">Choose again</a></p>`
    : makeForm(model)
}`;
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

/** Who reads it beside whoever it is for. */
function warnings({ asked, people, known, pack }: PreviewModel): Html {
  const feared = people.filter(({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt === null);
  const names = feared.map((person) => nameOf(known, person)).join(', ');
  const part = partLabel('alleged_perpetrator', pack.words).toLowerCase();
  const named = names === '' ? '' : `${names} (${part})`;
  const said: Readonly<Record<Purpose, string>> = {
    court: `What a court is given, ${named || 'the other side'} and their solicitor will most likely read.`,
    partner: 'Once it is there, we no longer decide who sees it. Say to them how it may be used.',
    person:
      `Agree first how it reaches the ${pack.words.person} safely: ${named || 'somebody else'} may find it at ` +
      'home or on a shared device.',
    file: 'It holds everything. On paper or on a laptop, nobody is kept from it by Lintel.',
  };
  return html`${warningText({ text: capitalised(said[asked.purpose]) })}${
    asked.decision?.gate.on === 'ground' &&
    html`<p class="govuk-body">The ${pack.words.person} does not agree to all of it.
      ${reasonInWords(pack, withoutAgreement)}.</p>`
  }`;
}

/** From whom we know what would be shown: informants and other agencies before all. */
function bySource({ shown, leftOut }: Selection<Entry>): Html {
  const count = (entries: readonly Entry[], source: string) =>
    entries.filter((entry) => entry.source === source).length;
  const rows = entrySources
    .map(({ value, label }) => ({ label, shown: count(shown, value), leftOut: count(leftOut, value) }))
    .filter((row) => row.shown + row.leftOut > 0);
  return table({
    caption: 'What would be shown, by who told us',
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense',
    head: [
      { text: 'Told by' },
      { text: 'Shown', format: 'numeric' },
      { text: 'Left out', format: 'numeric' },
    ],
    rows: rows.map((row) => [
      { text: row.label },
      { text: row.shown, format: 'numeric' },
      { text: row.leftOut, format: 'numeric' },
    ]),
  });
}

const mostListed = 50;

function keptBack(model: PreviewModel): Html | undefined {
  const { leftOut } = model.selection;
  if (leftOut.length === 0) return undefined;
  const { file, calendar } = model;
  return details({
    summaryText: `${counted(leftOut.length)} left out: see which, and change who may see them`,
    html: html`<ul class="govuk-list govuk-list--bullet">${leftOut.slice(0, mostListed).map(
      (entry) =>
        html`<li>
            <a class="govuk-link" href="${paths.entry(file.id, entry.id)}">${labelOf(entryKinds, entry.kind)},
            ${momentInWords(entry.happenedAt, calendar)}</a></li>`,
    )}</ul>
      ${leftOut.length > mostListed && html`<p class="govuk-body">And ${leftOut.length - mostListed} more.</p>`}`,
  });
}

function makeForm(model: PreviewModel): Html {
  const { file, csrf, form, asked, version } = model;
  const { purpose, decision, reaches, from, to } = asked;
  const carried = {
    _csrf: csrf,
    _version: version,
    purpose,
    recipient: decision?.id ?? '',
    reaches,
    from,
    to,
  };
  const hidden = Object.entries(carried)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form method="post" action="${paths.exports(file.id)}" class="lintel-form" novalidate>
    ${hidden}${checkboxes({
      ...keptChoices(form, 'leaveOut'),
      fieldset: { legend: { text: 'Leave out of every entry', classes: 'govuk-fieldset__legend--s' } },
      hint: {
        text:
          'Each is replaced by “[left out]”. What nobody would recognise by its words stays: read the ' +
          'file before you hand it over',
      },
      classes: 'govuk-checkboxes--small',
      items: leaveOutItems(model),
    })}${radios({
      ...kept(form, 'format'),
      fieldset: { legend: { text: 'What kind of file, or on paper?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: items(formats),
    })}${button({ text: 'Make it' })}</form>
  <p class="govuk-body"><a class="govuk-link" href="${paths.newExport(file.id)}">Choose again</a></p>`;
}

function leaveOutItems(model: PreviewModel) {
  const { selection, withholdings, asked } = model;
  return withholdings.map(({ id, label, texts, usual }) => {
    const finds = redactor(texts);
    const inEntries = selection.shown.filter((entry) => textsOf(model, entry).some(finds.holds)).length;
    const hint =
      inEntries === 0 ? 'Not found in what would be shown' : `In ${counted(inEntries)} that would be shown`;
    const always = asked.decision !== null && usual;
    return { value: id, text: label, hint: { text: always ? `${hint}. Always left out for others` : hint } };
  });
}

function textsOf(model: PreviewModel, { words, observed, present, decision, decisionWhy, aboutId }: Entry) {
  return [words, observed, present, decision, decisionWhy, aboutId === null ? '' : whomAbout(model, aboutId)];
}
