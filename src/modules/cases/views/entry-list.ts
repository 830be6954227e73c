import { tag } from '#kit/components/tag.ts';
import { timeline } from '#kit/components/timeline.ts';
import { type Html, html } from '#kit/html.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { entryKinds, entrySources, late } from '../chronology.ts';
import { paths } from '../paths.ts';
import type { Entry } from '../store/entries.ts';
import type { CaseModel } from './model.ts';
import { verbatim } from './parts.ts';

/** Newest first, each with when it happened, when we first knew, when and by whom it was recorded, and from whom. */
export function entryList(model: CaseModel, entries: readonly Entry[], headingLevel = 2): Html {
  return timeline({ headingLevel, items: entries.map((entry) => entryItem(model, entry)) });
}

function entryItem({ file, calendar }: CaseModel, entry: Entry) {
  const { id, happenedAt, knownAt, recordedAt, source } = entry;
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  return {
    label: { text: labelOf(entryKinds, entry.kind) },
    byline: { text: entry.recordedByName ?? 'Lintel' },
    datetime: { timestamp: happenedAt.toString(), text: `Happened ${when(happenedAt)}` },
    attributes: { id: `entry-${id}` },
    html: html`${marks(entry)}${verbatim(entry.words)}<p class="govuk-hint govuk-!-margin-bottom-1">First known ${when(knownAt)}. Recorded ${when(recordedAt)}. Source: ${labelOf(entrySources, source)}.</p><p class="govuk-body-s"><a class="govuk-link" href="${paths.correction(file.id, id)}">Correct this<span class="govuk-visually-hidden"> entry of ${when(happenedAt)}</span></a></p>`,
  };
}

function marks({ correctsId, correctedById, ...entry }: Entry): Html {
  const recordedLate = late(entry) && tag({ text: 'Recorded late', classes: 'govuk-tag--yellow' });
  const corrected =
    correctedById &&
    html`<p class="govuk-body"><strong>Corrected since.</strong> <a class="govuk-link" href="#entry-${correctedById}">See the correction</a>. What was written first stays below.</p>`;
  const corrects =
    correctsId &&
    html`<p class="govuk-body"><strong>A correction.</strong> <a class="govuk-link" href="#entry-${correctsId}">See what it corrects</a>.</p>`;
  return html`${recordedLate && html`<p class="govuk-body">${recordedLate}</p>`}${corrects}${corrected}`;
}
