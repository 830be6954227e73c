import type { Commitment, Measure } from '#rules/pack.ts';

/*
 * What was done so that files can be relied on, and that harm nobody: neither policy names them. Each is counted from
 * the record; a share of those that were looked through before somebody saw them would be the whole, always, where a
 * scanner is set up, and nothing where none is.
 *
 * @param kept the clauses under which records are kept
 * @param handedOn those under which evidence is shared
 */
export function evidenceCounted(clauses: {
  readonly kept: readonly string[];
  readonly handedOn: readonly string[];
}): readonly Commitment[] {
  const counted = (
    id: string,
    under: readonly string[],
    title: string,
    definition: string,
    measure: Measure,
  ): Commitment => ({ id, clauses: under, title, definition, measure });
  const { kept, handedOn } = clauses;
  return [
    counted(
      'files-looked-through',
      kept,
      'Files are looked through before anybody sees them',
      'How many files were looked through for viruses, with nothing found, before anybody could open them. ' +
        'Where no scanner is set up, this is nought.',
      { kind: 'count', of: 'file.scanned', says: 'files looked through' },
    ),
    counted(
      'files-held',
      kept,
      'Files that were held',
      'How many held something harmful, and were kept and shown to nobody.',
      { kind: 'count', of: 'file.held', says: 'files held' },
    ),
    counted(
      'files-whole',
      kept,
      'Files are found as they came',
      'How often the hash of a file was reckoned again and its bytes were as they came: each month, before it ' +
        'is taken along, and before it goes into a pack.',
      { kind: 'count', of: 'file.verified', says: 'times found as they came' },
    ),
    counted(
      'files-altered',
      kept,
      'Files that were changed or gone',
      'How many files were found not to be as they came. Nobody can rely on such a one, and it goes nowhere.',
      { kind: 'count', of: 'file.altered', says: 'files changed or gone' },
    ),
    counted(
      'evidence-packed',
      handedOn,
      'Evidence goes to police and courts by a decision',
      'How many packs of evidence were made. None is made but under a decision about sharing that stands at ' +
        'that moment, with what may go to agencies.',
      { kind: 'count', of: 'evidence.packed', says: 'packs made' },
    ),
  ];
}
