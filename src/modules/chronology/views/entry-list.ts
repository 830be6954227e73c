import { tag } from '#kit/components/tag.ts';
import { timeline } from '#kit/components/timeline.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, nameOf, casePaths as paths } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { audienceInWords } from '../audience.ts';
import { circumstancesInWords } from '../circumstances.ts';
import { entryKinds, entrySources, late } from '../entry.ts';
import type { Entry } from '../store/entries.ts';
import { entryWords } from './entry-words.ts';

/** Each with when it happened, by whom it was recorded, and how it is known; other moments where they differ. */
export function entryList(model: CaseModel, entries: readonly Entry[], headingLevel = 2): Html {
  return timeline({ headingLevel, items: entries.map((entry) => entryItem(model, entry)) });
}

function entryItem(model: CaseModel, entry: Entry) {
  const { file, calendar } = model;
  const { id, happenedAt, source } = entry;
  const when = momentInWords(happenedAt, calendar);
  return {
    label: {
      html: html`<a class="govuk-link govuk-link--no-visited-state"
        href="${paths.entry(file.id, id)}">${labelOf(entryKinds, entry.kind)}<span class="govuk-visually-hidden">
        of ${when}</span></a>`,
    },
    byline: { text: entry.recordedByName ?? 'Lintel' },
    datetime: { timestamp: happenedAt.toString(), text: when },
    meta: {
      html: html`${otherMoments(entry, calendar).map(
        (moment) => html` · ${moment}`,
      )} · ${labelOf(entrySources, source)}`,
    },
    action: {
      html: html`<a class="govuk-link" href="${paths.correction(file.id, id)}">Correct this<span
        class="govuk-visually-hidden"> entry of ${when}</span></a>`,
    },
    attributes: { id: `entry-${id}` },
    html: html`${marks(model, entry)}${entry.heldBack && goesNoFurther(model, entry)}${entryWords(entry)}
      <p class="govuk-body-s lintel-entry__facts">${factsOf(model, entry).join(' · ')}</p>`,
  };
}

function goesNoFurther({ file }: CaseModel, { id }: Entry): Html {
  return html`<p class="govuk-body-s"><strong>They asked that it goes no further.</strong>
      <a class="govuk-link" href="${paths.entry(file.id, id)}">Who asked, and for what</a>.</p>`;
}

/** Whom it is about, who was there, who was seen, and to whom it may be shown. */
function factsOf(model: CaseModel, entry: Entry): readonly string[] {
  return [
    ...(entry.aboutId === null ? [] : [`About ${whomAbout(model, entry.aboutId)}`]),
    ...(entry.present === '' ? [] : [`Present: ${entry.present}`]),
    ...circumstancesInWords(entry),
    entry.heldBack
      ? 'May be shown to: nobody, they asked that it goes no further'
      : `May be shown to: ${audienceInWords(entry.disclosableTo).replace(/^./, (letter) => letter.toLowerCase())}`,
  ];
}

/** The name of somebody in the case; of somebody who no longer is, too. */
export function whomAbout({ people, known }: Pick<CaseModel, 'people' | 'known'>, aboutId: string): string {
  const person = people.find(({ id }) => id === aboutId);
  return person ? nameOf(known, person) : 'somebody in this case';
}

/** When anybody first knew and when it was written down, each where it is not the moment before. */
export function otherMoments({ happenedAt, knownAt, recordedAt }: Entry, calendar: WorkingCalendar) {
  const inWords = (at: Temporal.Instant) => momentInWords(at, calendar);
  const [happened, known, recorded] = [inWords(happenedAt), inWords(knownAt), inWords(recordedAt)];
  return [
    ...(known === happened ? [] : [`first known ${known}`]),
    ...(recorded === known ? [] : [`recorded ${recorded}`]),
  ];
}

/** Late, corrected since, a correction: said first, before anybody relies on the words. */
export function marks(
  { file }: Pick<CaseModel, 'file'>,
  { correctsId, correctedById, ...entry }: Entry,
): Html {
  const recordedLate = late(entry) && tag({ text: 'Recorded late', classes: 'govuk-tag--yellow' });
  const corrected =
    correctedById &&
    html`<p class="govuk-body-s"><strong>Corrected since.</strong>
      <a class="govuk-link" href="${paths.entry(file.id, correctedById)}">See the correction</a>.
      What was written first stays below.</p>`;
  const corrects =
    correctsId &&
    html`<p class="govuk-body-s"><strong>A correction.</strong>
      <a class="govuk-link" href="${paths.entry(file.id, correctsId)}">See what it corrects</a>.</p>`;
  return html`${
    recordedLate && html`<p class="govuk-body-s lintel-entry__mark">${recordedLate}</p>`
  }${corrects}${corrected}`;
}
