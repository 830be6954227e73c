import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  casePaths as paths,
  verbatim,
} from '#modules/case-file/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { inForceOn } from '#rules/law.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { audienceInWords } from '../audience.ts';
import { circumstancesInWords } from '../circumstances.ts';
import { entryKinds, entrySources } from '../entry.ts';
import type { AudienceDecision } from '../store/audiences.ts';
import type { Condition } from '../store/conditions.ts';
import type { Entry } from '../store/entries.ts';
import { conditionsShown } from './conditions.ts';
import { marks, whomAbout } from './entry-list.ts';
import { entryWords } from './entry-words.ts';
import { audienceItems } from './new-entry.ts';

export interface EntryModel extends CaseModel {
  readonly entry: Entry;
  readonly decisions: readonly AudienceDecision[];
  readonly conditions: readonly Condition[];
  /** The pack that stands on the entry, where this Lintel still has it. */
  readonly packThen: Pack | null;
}

/**
 * One entry with all that is known about it: its moments, its source, to whom it may be
 * shown, and what applied then.
 */
export function entryPage(model: EntryModel): Html {
  const { file, entry, calendar } = model;
  const ways = html`<div class="govuk-button-group">${button({
    text: 'Correct this',
    href: paths.correction(file.id, entry.id),
    classes: 'govuk-button--secondary',
  })}${button({
    text: 'Change who may see it',
    href: paths.audience(file.id, entry.id),
    classes: 'govuk-button--secondary',
  })}</div>`;
  return html`${caseHead(model, 'Chronology', labelOf(entryKinds, entry.kind), ways)}
${marks(model, entry)}
${entryWords(entry)}
${facts(model)}
<h2 class="govuk-heading-m">What applied then</h2>
<p class="govuk-body">Policy: ${policyThen(model)}</p>
${lawThen(entry, calendar)}
${decidedSince(model)}
${conditionsShown(model, entry, model.conditions)}
<p class="govuk-body"><a class="govuk-link" href="${paths.entries(file.id)}">Back to the chronology</a></p>`;
}

function facts(model: EntryModel): Html {
  const { entry, calendar } = model;
  const rows = [
    ['Happened', momentInWords(entry.happenedAt, calendar)],
    ['First known here', momentInWords(entry.knownAt, calendar)],
    ['Recorded', `${momentInWords(entry.recordedAt, calendar)} by ${entry.recordedByName ?? 'Lintel'}`],
    ['How we know', labelOf(entrySources, entry.source)],
    ['About', entry.aboutId === null ? 'The case as a whole' : whomAbout(model, entry.aboutId)],
    ['Present', entry.present],
    ['Seen and heard', circumstancesInWords(entry).join(', ')],
    [
      'May be shown to',
      entry.heldBack ? 'Nobody: they asked that it goes no further' : audienceInWords(entry.disclosableTo),
    ],
  ] as const;
  return summaryList({
    rows: rows.map(([key, value]) => value !== '' && { key: { text: key }, value: { text: value } }),
  });
}

function policyThen({ entry, packThen }: EntryModel): string {
  if (entry.packId === '') return 'not kept with this entry';
  return `${packThen?.title ?? entry.packId}, version ${entry.packVersion}`;
}

/** Law changes: what is read years later is judged by what applied on its day. */
function lawThen({ happenedAt }: Entry, calendar: EntryModel['calendar']): Html {
  const day = atTheOffice(happenedAt, calendar).toPlainDate();
  const then = inForceOn(day);
  return details({
    summaryText: `Law in force on ${dateInWords(day)}`,
    html: html`<ul class="govuk-list govuk-list--bullet">${then.map(
      ({ title, gist, status, checkedOn }) =>
        html`<li><strong>${title}</strong>${status === 'pilot' && ' (pilot areas)'}: ${gist}${
          checkedOn === null && html` <span class="govuk-hint lintel-inline">Date still to be checked.</span>`
        }</li>`,
    )}</ul>`,
  });
}

/** Each decision since it was written, and what it was written with. */
function decidedSince({ decisions, calendar }: EntryModel): Html | undefined {
  if (decisions.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">To whom it may be shown</h2>${decisions.map(
    ({ disclosableTo, decidedAt, decidedByName, reason }) =>
      html`<p class="govuk-body"><strong>${audienceInWords(disclosableTo)}</strong>,
        decided ${momentInWords(decidedAt, calendar)} by ${decidedByName ?? 'Lintel'}</p>${verbatim(reason)}`,
  )}`;
}

export function audiencePage(
  model: CaseModel,
  formModel: FormModel,
  entry: Entry,
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  const others = !['person', 'colleague', 'record'].includes(entry.source);
  return html`${caseHead(model, 'Chronology', 'Who may see this entry')}
${meanwhile}
${entryWords(entry)}
<p class="govuk-body">May be shown to now: <strong>${audienceInWords(entry.disclosableTo)}</strong>.</p>
${
  others &&
  warningText({
    text: 'Somebody else told us this. Ask them first, and think of what it would show about them.',
  })
}
${caseForm(
  formModel,
  'Save',
  html`${checkboxes({
    ...keptChoices(form, 'audience'),
    fieldset: {
      legend: { text: 'To whom may it be shown from now on?', classes: 'govuk-fieldset__legend--s' },
    },
    classes: 'govuk-checkboxes--small',
    items: audienceItems(),
  })}${textarea({
    ...kept(form, 'reason'),
    label: { text: 'Why?', classes: 'govuk-label--s' },
    hint: { text: 'Who was asked, and what they said' },
    rows: 3,
  })}`,
)}`;
}
