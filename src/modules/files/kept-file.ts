import type { Received } from '#kit/files/receive.ts';
import { type FileKind, kindLabels } from './file-types.ts';

export type Scan = 'waiting' | 'clean' | 'infected' | 'not_set_up';
export type Shown = 'waiting' | 'made' | 'cannot' | 'nothing';

/** What is known of a file, beside its bytes. */
export interface KeptFile {
  readonly id: string;
  readonly contactId: string | null;
  /** What tells of it in the chronology: it goes nowhere that this may not go. */
  readonly entryId: string | null;
  readonly number: number;
  readonly name: string;
  readonly shows: string;
  readonly source: string;
  readonly madeOn: Temporal.PlainDate | null;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly addedAt: Temporal.Instant;
  readonly addedById: string | null;
  readonly addedByName: string | null;
  readonly scan: Scan;
  readonly scannedAt: Temporal.Instant | null;
  readonly scanFound: string;
  readonly shown: Shown;
  readonly shownWhy: string;
  readonly checkedAt: Temporal.Instant;
  readonly alteredAt: Temporal.Instant | null;
  readonly errorAt: Temporal.Instant | null;
  readonly errorByName: string | null;
  readonly errorWhy: string;
  readonly version: number;
}

/** A file that was judged and is to be kept. */
export interface ToKeep {
  readonly received: Received;
  /** Where it lies sealed now. */
  readonly path: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly mediaType: string;
}

/** Nothing of a file is opened before it was looked through, and nothing of one in which something was found. */
export function mayOpen({ scan }: Pick<KeptFile, 'scan'>): boolean {
  return scan === 'clean' || scan === 'not_set_up';
}

/** How it stands, where something stands in the way of looking at it; null: nothing does. */
export function inTheWay(file: Pick<KeptFile, 'scan' | 'alteredAt'>): string | null {
  if (file.alteredAt !== null)
    return 'Its bytes are not as they came, or are gone. It must not be relied on. Whoever runs Lintel looks for them.';
  if (file.scan === 'waiting')
    return 'It waits to be looked through for viruses. Until then nobody can open it. It is kept safely.';
  if (file.scan === 'infected')
    return 'Something harmful was found in it. It is kept as it came, and is not shown to anybody.';
  return null;
}

/** What the chronology says of files that were added together: their numbers and types, never what they are called. */
export function addedInWords(
  files: readonly { readonly kind: FileKind }[],
  first: number,
  { shows, cameWith = '' }: { readonly shows: string; readonly cameWith?: string },
): string {
  const each = files.map(({ kind }, at) => `${first + at} (${kindLabels[kind].toLowerCase()})`);
  const added = files.length === 1 ? `File ${each[0]} was added` : `Files ${each.join(', ')} were added`;
  const sentence = `${added}${cameWith && `: ${cameWith}`}.`;
  return shows.trim() === '' ? sentence : `${sentence} What is shown: ${shows}`;
}
