/** What happens to a file, each of it on the sealed record. */
export const custodyEvents = [
  'file.added',
  'file.scanned',
  'file.held',
  'file.shown-made',
  'file.viewed',
  'file.exported',
  'file.verified',
  'file.altered',
  'file.marked-in-error',
  'file.came-into-case',
] as const;
export type CustodyEvent = (typeof custodyEvents)[number];

export interface CustodyLine {
  readonly name: CustodyEvent;
  readonly at: Temporal.Instant;
  /** Null: Lintel itself. */
  readonly byName: string | null;
  readonly as: string;
  readonly why: string;
}

/** What was done, in words; the record holds no words of anybody's. */
export function custodyInWords({ name, as }: Pick<CustodyLine, 'name' | 'as'>): string {
  const said: Readonly<Record<CustodyEvent, string>> = {
    'file.added': 'Added, sealed, and its hash reckoned as it arrived',
    'file.scanned': 'Looked through for viruses: nothing found',
    'file.held': 'Looked through for viruses: something harmful found, and shown to nobody from then on',
    'file.shown-made': 'A picture to look at made from it; the original was not changed',
    'file.viewed': as === 'small' ? 'Looked at, as a small picture' : 'Looked at, as a picture',
    'file.exported':
      as === 'pack'
        ? 'Put into an evidence pack; its hash was reckoned again and agreed'
        : 'The original downloaded',
    'file.verified': 'Hash reckoned again: the bytes are as they came',
    'file.altered': 'Hash reckoned again: the bytes are changed or gone',
    'file.marked-in-error': 'Marked as added in error; the bytes stay',
    'file.came-into-case': 'Came into the case, with what was told',
  };
  return said[name];
}
