import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { audienceInWords } from './audience.ts';
import { circumstancesInWords } from './circumstances.ts';
import { entryKinds, entrySources, late } from './entry.ts';
import { correctionInWords, type Exported } from './export-document.ts';

export const sheetHead = [
  'No.',
  'Happened',
  'First known',
  'Recorded',
  'Kind',
  'How we know',
  'Recorded by',
  'About',
  'Present',
  'Said',
  'Seen',
  'Decided',
  'Why',
  'Seen and heard',
  'Late',
  'Correction',
  'Policy then',
  'May be shown to',
  'Taken out by',
  'Taken out at',
] as const;

/**
 * The same entries as the document, a row each, made when it is asked for; who took them out stands in every row, for
 * a sheet has no watermark.
 */
export function* sheetRows(exported: Exported): Generator<readonly string[]> {
  const { entries, redactor, aboutWhom, calendar, readerName, now, purpose } = exported;
  const numbers = new Map(entries.map(({ id }, index) => [id, index + 1]));
  const local = (at: Temporal.Instant) =>
    at
      .toZonedDateTimeISO(calendar.rules.timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ');
  for (const [index, entry] of entries.entries())
    yield [
      String(index + 1),
      local(entry.happenedAt),
      local(entry.knownAt),
      local(entry.recordedAt),
      labelOf(entryKinds, entry.kind),
      labelOf(entrySources, entry.source),
      entry.recordedByName ?? 'Lintel',
      entry.aboutId === null ? '' : redactor.clean(aboutWhom(entry.aboutId)),
      ...[entry.present, entry.words, entry.observed, entry.decision, entry.decisionWhy].map(redactor.clean),
      circumstancesInWords(entry).join('; '),
      late(entry) ? 'yes' : '',
      correctionInWords(entry, numbers).join('; '),
      [entry.packId, entry.packVersion].filter((part) => part !== '').join(' '),
      purpose === 'file' ? audienceInWords(entry.disclosableTo) : '',
      readerName,
      momentInWords(now, calendar),
    ];
}
