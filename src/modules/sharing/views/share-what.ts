import { checkboxes } from '#kit/components/checkboxes.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths, type FormModel, items } from '#modules/case-file/pure.ts';
import type { Entry } from '#modules/chronology/index.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { type DataKind, dataKinds } from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';
import { kindsOfWords } from '../forms/share-form.ts';
import type { Offered } from './share-offered.ts';

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

/** As many as can be looked through on one page. */
const shown = 200;

export function whatIsShared(model: CaseModel, { form }: FormModel, offered: Offered): Html {
  const { sharing, planVersionId, assessmentsNamed } = offered;
  const { shown: entries, leftOut } = sharing.entries;
  return html`${checkboxes({
    ...keptChoices(form, 'who'),
    fieldset: legend('Whom it is about'),
    hint: { text: 'Without it they read a reference alone, and do not know of whom they read' },
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Their name and date of birth' }],
  })}${entries.length > 0 && entriesFolded(model, form, offered)}${
    entries.length === 0 &&
    html`<p class="govuk-body" id="entries">No entry of the chronology may go to an agency.
      ${heldBackInWords(leftOut.length)}</p>`
  }${leftOut.length > 0 && notOffered(model, leftOut)}${
    planVersionId !== null &&
    checkboxes({
      ...keptChoices(form, 'plan'),
      fieldset: legend('The plan'),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'The plan as it was last agreed' }],
    })
  }${
    assessmentsNamed.length > 0 &&
    checkboxes({
      ...keptChoices(form, 'assessments'),
      fieldset: legend('Assessments of the risk'),
      classes: 'govuk-checkboxes--small',
      items: assessmentsNamed,
    })
  }${textarea({
    ...kept(form, 'words'),
    label: { text: 'In your own words (optional)', classes: 'govuk-label--s' },
    hint: { text: 'Facts, and from whom you know them. Nothing that others told us in confidence' },
    rows: 5,
  })}${checkboxes({
    ...keptChoices(form, 'wordKinds'),
    fieldset: legend('What your own words tell of, and files that go with the entries'),
    hint: { text: 'A picture of a door shows where somebody lives; of a message, numbers and other people' },
    classes: 'govuk-checkboxes--small',
    items: items(kindsOfWords),
  })}`;
}

/** Folded until one is ticked, or one is asked for; how many are ticked stands below them as they are. */
function entriesFolded(model: CaseModel, form: FormModel['form'], offered: Offered): Html {
  const { shown: entries, leftOut } = offered.sharing.entries;
  const { values, errorMessage } = keptChoices(form, 'entries');
  const ticked = entries.filter(({ id }) => values.includes(id)).length;
  const newest = entries.toReversed().slice(0, shown);
  const months = [...Map.groupBy(newest, (entry) => monthOf(model, entry))];
  return details({
    summaryText: `Entries of the chronology: ${entries.length} offered, ${ticked === 0 ? 'none' : ticked} ticked`,
    open: ticked > 0 || errorMessage !== undefined,
    classes: 'lintel-ticked',
    html: html`<p class="govuk-hint">${heldBackInWords(leftOut.length)}</p>${months.map(
      ([month, each], nth) =>
        checkboxes({
          ...{ name: 'entries', values, idPrefix: nth === 0 ? 'entries' : `entries-${nth + 1}` },
          ...(nth === 0 && { errorMessage }),
          fieldset: {
            legend: {
              html: html`<span class="govuk-visually-hidden">Entries of the chronology, </span>${month}`,
              classes: 'govuk-fieldset__legend--s',
            },
          },
          classes: 'govuk-checkboxes--small',
          items: each.map((entry) => {
            const tells = tellsBeside(offered.tellsOf.get(entry.id) ?? []);
            const text = entryInWords(model, entry);
            return { value: entry.id, text, ...(tells !== '' && { hint: { text: tells } }) };
          }),
        }),
    )}<p class="govuk-body"><strong class="lintel-ticked__sum"></strong> ticked</p>`,
  });
}

/** `November 2026` */
function monthOf({ calendar }: CaseModel, { happenedAt }: Entry): string {
  return dateInWords(atTheOffice(happenedAt, calendar).toPlainDate()).replace(/^\d+ /, '');
}

/** What it needs beside what happened, so that nobody is asked for that alone. */
function tellsBeside(kinds: readonly DataKind[]): string {
  const beside = kinds.filter((kind) => kind !== 'account').map((kind) => labelOf(dataKinds, kind));
  return beside.length === 0 ? '' : `Tells of: ${beside.join('; ').toLowerCase()}`;
}

function heldBackInWords(count: number): string {
  if (count === 0) return 'Every entry may go to an agency';
  const entries = count === 1 ? 'One entry is' : `${count} entries are`;
  return `${entries} not offered: they may not go to an agency`;
}

/** Where each is, and why: whoever needs one in it decides there. What it says stays where it is kept. */
function notOffered(model: CaseModel, leftOut: readonly Entry[]): Html {
  const newest = leftOut.toReversed().slice(0, shown);
  return details({
    summaryText: `What is not offered, and why (${leftOut.length})`,
    html: html`<ul class="govuk-list govuk-list--bullet">${newest.map(
      (entry) =>
        html`<li><a class="govuk-link" href="${casePaths.entry(model.file.id, entry.id)}"
          >${momentInWords(entry.happenedAt, model.calendar)}</a>.
        ${whyNotOffered(entry)}</li>`,
    )}</ul>`,
  });
}

function whyNotOffered({ heldBack, disclosableTo }: Entry): string {
  if (heldBack) return 'Whoever told us asked that it goes no further.';
  if (!disclosableTo.includes('agencies')) return 'It is not decided that agencies may see it.';
  return 'It was put right by something that agencies may not see.';
}

/** The first words tell which it is; the whole of it stands in the preview. */
function entryInWords({ calendar }: CaseModel, { happenedAt, words, observed }: Entry): string {
  const text = (words || observed).replaceAll(/\s+/g, ' ').trim();
  return `${momentInWords(happenedAt, calendar)}: ${text.length > 120 ? `${text.slice(0, 120)} …` : text}`;
}
