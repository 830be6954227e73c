import type { Cell, DocumentModel, Section, TableBlock } from '#kit/documents/model.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { inForceOn } from '#rules/law.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { audienceInWords } from './audience.ts';
import { circumstancesInWords } from './circumstances.ts';
import { entryKinds, entrySources, late } from './entry.ts';
import { type Purpose, purposes } from './export.ts';
import type { Redactor } from './redaction.ts';
import type { Entry } from './store/entries.ts';

/** What becomes a file, once it is decided what that is. */
export interface Exported {
  readonly reference: string;
  readonly purpose: Purpose;
  readonly recipient: string;
  /** In the order in which it happened. */
  readonly entries: readonly Entry[];
  readonly redactor: Redactor;
  /** Nothing is left out of any entry. */
  readonly whole: boolean;
  /** Whom an entry is about, by name. */
  readonly aboutWhom: (aboutId: string) => string;
  readonly policies: readonly string[];
  readonly readerName: string;
  readonly period: string;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** The chronology as a document: numbered, oldest first, with what applied at the time. */
export function exportDocument(exported: Exported): DocumentModel {
  if (exported.purpose === 'person') return ownDocument(exported);
  const { reference, purpose, recipient, period, readerName, calendar, now, policies, entries } = exported;
  const taken = `${readerName}, ${momentInWords(now, calendar)}`;
  const facts = [
    { name: 'Case', value: reference },
    { name: 'Purpose', value: `${labelOf(purposes, purpose)}${recipient === '' ? '' : `: ${recipient}`}` },
    { name: 'Period', value: period },
    { name: 'Entries', value: String(entries.length) },
    { name: 'Taken out by', value: taken },
    { name: 'Policy', value: policies.join('; ') },
  ];
  return {
    title: `Chronology: case ${reference}`,
    landscape: true,
    facts: facts.filter(({ value }) => value !== ''),
    watermark: taken,
    footer: `${reference} · ${taken}`,
    sections: [
      { heading: 'How to read this', blocks: [{ kind: 'list', items: howToRead(exported) }] },
      { heading: 'Entries', blocks: [entryTable(exported)] },
      ...lawThen(exported),
    ],
  };
}

/** Their own copy says nothing of the subject or of us but in its entries: whoever finds it sees the title first. */
function ownDocument(exported: Exported): DocumentModel {
  const sections = [{ heading: 'What is written', blocks: [entryTable(exported)] }];
  return { title: ownTitle, landscape: true, facts: [], watermark: '', footer: ownTitle, sections };
}

const ownTitle = 'My notes';

function howToRead({ purpose, whole }: Exported): readonly string[] {
  const always = [
    'What was said, what was seen and what was decided are told apart. Nothing is changed once it is ' +
      'written: a correction is an entry of its own, and both are here.',
    'An entry that was written down more than a day after anybody here knew says that it is late.',
  ];
  if (purpose === 'file' && whole)
    return [
      ...always,
      'Nothing of these entries is left out. For people who may see this case, and nobody else.',
    ];
  return [...always, 'This is not the whole record: it holds what may be shown to whoever it is for.'];
}

function entryTable(exported: Exported): TableBlock {
  const { entries } = exported;
  const numbers = new Map(entries.map(({ id }, index) => [id, index + 1]));
  return {
    kind: 'table',
    columns: [
      { heading: 'No.', share: 1.1 },
      { heading: 'When', share: 4.8 },
      { heading: 'What happened', share: 13 },
      { heading: 'How we know', share: 4 },
    ],
    rows: entries.map((entry, index) => [
      [{ text: String(index + 1) }],
      whenCell(entry, exported.calendar),
      whatCell(entry, exported, numbers),
      [
        { text: labelOf(entrySources, entry.source) },
        { text: `by ${entry.recordedByName ?? 'Lintel'}`, weight: 'quiet' },
      ],
    ]),
  };
}

function whenCell({ happenedAt, knownAt, recordedAt }: Entry, calendar: WorkingCalendar): Cell {
  const [happened, known, recorded] = [happenedAt, knownAt, recordedAt].map((at) =>
    momentInWords(at, calendar),
  );
  return [
    { text: happened ?? '' },
    ...(known === happened ? [] : [{ text: `first known ${known}`, weight: 'quiet' } as const]),
    ...(recorded === known ? [] : [{ text: `recorded ${recorded}`, weight: 'quiet' } as const]),
  ];
}

function whatCell(entry: Entry, exported: Exported, numbers: ReadonlyMap<string, number>): Cell {
  const { redactor } = exported;
  const label = labelOf(entryKinds, entry.kind);
  const marked = [...(late(entry) ? ['recorded late'] : []), ...correctionInWords(entry, numbers)];
  const said = entry.observed !== '' || entry.decision !== '';
  const parts = [
    { name: 'Said', text: entry.words, named: said },
    { name: 'Seen', text: entry.observed, named: true },
    { name: 'Decided', text: entry.decision, named: true },
    { name: 'Why', text: entry.decisionWhy, named: true },
  ].filter(({ text }) => text !== '');
  const quiet = factsOf(entry, exported).map(
    (text) => ({ text: redactor.clean(text), weight: 'quiet' }) as const,
  );
  return [
    { text: [label, ...marked].join(', '), weight: 'strong' },
    ...parts.map(({ name, text, named }) => ({ text: `${named ? `${name}: ` : ''}${redactor.clean(text)}` })),
    ...quiet,
  ];
}

/** By the numbers in this file: what is not in it is not mentioned. */
export function correctionInWords(
  { correctsId, correctedById }: Entry,
  numbers: ReadonlyMap<string, number>,
) {
  const [corrects, corrected] = [correctsId, correctedById].map((id) => id && numbers.get(id));
  return [
    ...(corrects ? [`corrects entry ${corrects}`] : []),
    ...(corrected ? [`corrected by entry ${corrected}`] : []),
  ];
}

function factsOf(entry: Entry, { purpose, aboutWhom }: Exported): readonly string[] {
  const about = entry.aboutId === null ? [] : [`About: ${aboutWhom(entry.aboutId)}`];
  const present = entry.present === '' ? [] : [`Present: ${entry.present}`];
  const shown = purpose === 'file' ? [`May be shown to: ${audienceInWords(entry.disclosableTo)}`] : [];
  const facts = [...about, ...present, ...circumstancesInWords(entry)];
  return [...(facts.length > 0 ? [facts.join('. ')] : []), ...shown];
}

/** What was law on the first day or the last: an old decision is judged by it. */
function lawThen({ entries, calendar }: Exported): readonly Section[] {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return [];
  const days = [first, last].map(({ happenedAt }) => atTheOffice(happenedAt, calendar).toPlainDate());
  const laws = [...new Set(days.flatMap(inForceOn))];
  const day = (iso: string) => dateInWords(Temporal.PlainDate.from(iso));
  const items = laws.map(({ title, from, to, status, checkedOn }) => {
    const until = to === null ? '' : ` until ${day(to)}`;
    const pilot = status === 'pilot' ? ', in pilot areas' : '';
    const since = from === null ? '' : `from ${day(from)}`;
    const unchecked = checkedOn === null ? ' (date to be checked)' : '';
    return `${title}: ${since}${until}${pilot}${unchecked}`;
  });
  return [{ heading: 'Law in force at the time', blocks: [{ kind: 'list', items }] }];
}
