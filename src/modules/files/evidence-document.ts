import type { Block, DocumentModel, Section } from '#kit/documents/model.ts';
import { entrySources } from '#modules/chronology/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type CustodyLine, custodyInWords } from './custody.ts';
import type { Exhibit, Holds } from './exhibits.ts';
import { kindLabels, sizeInWords } from './file-types.ts';

export interface Evidence {
  readonly reference: string;
  readonly landlord: string;
  /** Of whom they read; '': that was not decided to be shared. */
  readonly about: string;
  /** For whom, as the decision names them. */
  readonly recipient: string;
  readonly purpose: string;
  readonly holds: Holds;
  readonly exhibits: readonly (Exhibit & { readonly custody: readonly CustodyLine[] })[];
  /** Takes out of what somebody wrote what is usually kept back, as in the document that was decided. */
  readonly clean: (text: string) => string;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  readonly calendar: WorkingCalendar;
}

/** The index, what is said of each exhibit, and who had it: it names nobody, unless that was decided. */
export function evidenceDocument(evidence: Evidence): DocumentModel {
  const { reference, landlord, about, recipient, purpose, exhibits, madeBy, madeAt, calendar } = evidence;
  const when = momentInWords(madeAt, calendar);
  const made = `${landlord}, ${madeBy}, ${when}`;
  return {
    title: `Exhibits: ${reference}`,
    facts: [
      ...(about === '' ? [] : [{ name: 'About', value: about }]),
      { name: 'For', value: recipient },
      { name: 'Purpose', value: purpose },
      { name: 'From', value: made },
      { name: 'Exhibits', value: String(exhibits.length) },
    ],
    watermark: `${recipient}, ${when}`,
    footer: `${reference} · ${made}`,
    sections: [
      { heading: 'How to handle this', blocks: [{ kind: 'list', items: handling(recipient) }] },
      { heading: 'Index of exhibits', blocks: [index(evidence)] },
      ...exhibits.flatMap((each) => aboutExhibit(each, evidence)),
      { heading: 'How to check that nothing was changed', blocks: paragraphs(checking(evidence.holds)) },
    ],
  };
}

function handling(recipient: string): readonly string[] {
  return [
    `For ${recipient}, and for this purpose only.`,
    'Contact nobody who is named or shown here, and go nowhere, because of it: ask us first how that is safe.',
    'If it has to be given to the other side, tell us before, so that we can see that everybody is safe.',
  ];
}

function index({ exhibits, clean }: Evidence): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'Exhibit', share: 2 },
      { heading: 'What it is', share: 4 },
      { heading: 'File', share: 3 },
      { heading: 'SHA-256', share: 7 },
    ],
    rows: exhibits.map(({ exhibit, file, called, sha256 }) => [
      [{ text: exhibit, weight: 'strong' }],
      [{ text: `${kindLabels[file.kind]}, ${sizeInWords(file.bytes)}` }, { text: clean(file.shows) }],
      [{ text: called }],
      [{ text: sha256.toString('hex') }],
    ]),
  };
}

type ExhibitShown = Evidence['exhibits'][number];

function aboutExhibit(
  { exhibit, file, custody }: ExhibitShown,
  { calendar, clean }: Evidence,
): readonly Section[] {
  const added = momentInWords(file.addedAt, calendar);
  // What it was called where it came from stays here: no entry says it, so nobody decided on it.
  const said = [
    `${file.addedByName ?? 'Lintel'} added this file on ${added}. It came from: ` +
      `${labelOf(entrySources, file.source).toLowerCase()}.`,
    file.madeOn
      ? `It was made on ${dateInWords(file.madeOn)}, as we were told.`
      : 'When it was made is not on record.',
    file.shows === '' ? '' : `What it shows, in the words of whoever added it: ${clean(file.shows)}`,
    `As it arrived it had ${file.bytes} bytes and the SHA-256 ${file.sha256.toString('hex')}.`,
  ];
  return [
    { heading: `Exhibit ${exhibit}: how it came`, blocks: paragraphs(said) },
    { heading: `Exhibit ${exhibit}: who had it`, blocks: [continuity(custody, calendar)] },
  ];
}

function continuity(custody: readonly CustodyLine[], calendar: WorkingCalendar): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'When', share: 3 },
      { heading: 'Who', share: 3 },
      { heading: 'What', share: 7 },
    ],
    rows: custody.map((line) => [
      [{ text: momentInWords(line.at, calendar) }],
      [{ text: line.byName ?? 'Lintel' }],
      [{ text: custodyInWords(line) }],
    ]),
  };
}

function checking(holds: Holds): readonly string[] {
  return [
    'manifest.txt holds the SHA-256 of each file. In their folder, sha256sum -c manifest.txt compares them.',
    holds === 'originals'
      ? 'The exhibits are the originals, byte for byte as they arrived. Each was read through as this was made.'
      : 'The exhibits are pictures made of the originals, without what a phone writes of itself and of the place. ' +
        'The originals are kept; their SHA-256 stands with each exhibit.',
    'Every line of who had an exhibit is from a record that is sealed: each seal’s hash is over the one before.',
  ];
}

function paragraphs(texts: readonly string[]): readonly Block[] {
  return texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }));
}
