import { tag } from '#kit/components/tag.ts';
import { timeline } from '#kit/components/timeline.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { entryKinds, entrySources, late } from '../chronology.ts';
import { paths } from '../paths.ts';
import type { Entry } from '../store/entries.ts';
import type { CaseModel } from './model.ts';
import { verbatim } from './parts.ts';

/** Newest first, each with when it happened, by whom it was recorded, and how it is known; other moments where they differ. */
export function entryList(model: CaseModel, entries: readonly Entry[], headingLevel = 2): Html {
  return timeline({ headingLevel, items: entries.map((entry) => entryItem(model, entry)) });
}

function entryItem({ file, calendar }: CaseModel, entry: Entry) {
  const { id, happenedAt, source } = entry;
  const when = momentInWords(happenedAt, calendar);
  return {
    label: { text: labelOf(entryKinds, entry.kind) },
    byline: { text: entry.recordedByName ?? 'Lintel' },
    datetime: { timestamp: happenedAt.toString(), text: when },
    meta: {
      html: html`${otherMoments(entry, calendar).map((moment) => html` · ${moment}`)} · ${labelOf(entrySources, source)}`,
    },
    action: {
      html: html`<a class="govuk-link" href="${paths.correction(file.id, id)}">Correct this<span class="govuk-visually-hidden"> entry of ${when}</span></a>`,
    },
    attributes: { id: `entry-${id}` },
    html: html`${marks(entry)}${verbatim(entry.words)}`,
  };
}

/** When anybody first knew and when it was written down, each where it is not the moment before. */
function otherMoments({ happenedAt, knownAt, recordedAt }: Entry, calendar: WorkingCalendar) {
  const inWords = (at: Temporal.Instant) => momentInWords(at, calendar);
  const [happened, known, recorded] = [inWords(happenedAt), inWords(knownAt), inWords(recordedAt)];
  return [
    ...(known === happened ? [] : [`first known ${known}`]),
    ...(recorded === known ? [] : [`recorded ${recorded}`]),
  ];
}

function marks({ correctsId, correctedById, ...entry }: Entry): Html {
  const recordedLate = late(entry) && tag({ text: 'Recorded late', classes: 'govuk-tag--yellow' });
  const corrected =
    correctedById &&
    html`<p class="govuk-body-s"><strong>Corrected since.</strong> <a class="govuk-link" href="#entry-${correctedById}">See the correction</a>. What was written first stays below.</p>`;
  const corrects =
    correctsId &&
    html`<p class="govuk-body-s"><strong>A correction.</strong> <a class="govuk-link" href="#entry-${correctsId}">See what it corrects</a>.</p>`;
  return html`${recordedLate && html`<p class="govuk-body-s">${recordedLate}</p>`}${corrects}${corrected}`;
}
