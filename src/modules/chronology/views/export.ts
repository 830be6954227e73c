import { button } from '#kit/components/button.ts';
import { type FormState, formErrors, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseHead,
  items,
  learnersKept,
  casePaths as paths,
  verbatim,
} from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { formats, type OwnCopyWays, purposes } from '../export.ts';
import type { OpenDecision } from '../for-others.ts';
import type { ExportMade } from '../store/exports.ts';
import { leavingFields } from './leaving-fields.ts';

export interface NewExportModel extends CaseModel {
  /** How the person may be given their own copy. */
  readonly own: OwnCopyWays;
  /** By which it may leave for an agency or a court. */
  readonly open: readonly OpenDecision[];
  readonly csrf: string;
  readonly form: FormState;
}

/** First what it is for: that decides who reads it. Nothing is made yet. */
export function newExportPage(model: NewExportModel): Html {
  const { file, csrf, form, own } = model;
  const as = kept(form, 'as').value;
  return html`${caseHead(model, 'Chronology', 'Take the chronology away')}
${formErrors(form)}
<p class="govuk-body">Next you see who would learn what, and decide what is left out. Only then is the file
  or the sheet of paper made. <a class="govuk-link" href="${paths.exports(file.id)}">What was taken away before</a></p>
<form method="post" action="${paths.newExport(file.id)}" class="lintel-form" novalidate>
<input type="hidden" name="_csrf" value="${csrf}">${
    as === 'paper' && html`<input type="hidden" name="as" value="paper">`
  }${radios({
    ...kept(form, 'purpose'),
    fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
    items: items(purposes),
  })}${reaching(model, own)}${leavingFields(model, form, model.open)}${input({
    ...kept(form, 'from'),
    label: { text: 'From (optional)', classes: 'govuk-label--s' },
    type: 'date',
    classes: 'govuk-input--width-10',
  })}${input({
    ...kept(form, 'to'),
    label: { text: 'Up to (optional)', classes: 'govuk-label--s' },
    type: 'date',
    classes: 'govuk-input--width-10',
  })}${button({ text: 'See who would learn what' })}</form>`;
}

/** Their own copy lies where somebody else may find it: it goes only as was agreed. */
function reaching({ pack, form }: NewExportModel, { ways, verdict }: OwnCopyWays): Html {
  const text = 'How does it reach the person?';
  if (!verdict.allowed)
    return html`<p class="govuk-body" id="reaches"><strong>For the person themselves:</strong>
      ${because(pack, verdict)}</p>`;
  return radios({
    ...kept(form, 'reaches'),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Asked for their own copy: a way and a place that they agreed' },
    classes: 'govuk-radios--small',
    items: ways.map(({ label, terms }) => ({
      value: label,
      text: label,
      ...(terms !== '' && { hint: { text: terms } }),
    })),
  });
}

/** What left Lintel from this case. */
export function exportsPage(model: CaseModel & { readonly made: readonly ExportMade[] }): Html {
  const { file, made, calendar } = model;
  const back = html`<p class="govuk-body">
    <a class="govuk-link" href="${paths.newExport(file.id)}">Take the chronology away as a file</a></p>`;
  if (made.length === 0)
    return html`${caseHead(model, 'Chronology', 'Taken away before')}
      <p class="govuk-body">Nothing of this case has left Lintel as a file or on paper.</p>${back}`;
  return html`${caseHead(model, 'Chronology', 'Taken away before')}${table({
    caption: 'Files',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    head: ['When', 'By', 'For', 'Kind', 'Entries', 'Agreement and reason'].map((text) => ({ text })),
    rows: made.map((each) => [
      { text: momentInWords(each.madeAt, calendar) },
      { text: each.madeByName ?? 'Lintel' },
      { text: [labelOf(purposes, each.purpose), each.recipient].filter((text) => text !== '').join(': ') },
      { text: labelOf(formats, each.format) },
      { text: each.leftOut === 0 ? `All ${each.entries}` : `${each.entries}, ${each.leftOut} left out` },
      {
        html: html`${agreement[each.agreed]}${verbatim(each.why)}${keptAsItLeft(each)}${learnersKept(each.learners)}`,
      },
    ]),
  })}${back}`;
}

function keptAsItLeft({ kept }: ExportMade): Html | false {
  return (
    kept !== null &&
    html`<p class="govuk-hint lintel-long">Kept as it left, with its decision. SHA-256:
    <code class="lintel-fingerprint">${kept}</code></p>`
  );
}

const agreement = { yes: 'The person agreed', no: 'Without the person’s agreement', not_asked: '' } as const;
