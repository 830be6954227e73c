import { endingOf } from './file-types.ts';
import type { KeptFile } from './kept-file.ts';

export type Holds = 'originals' | 'shown';

/** A file as police number it: by the initials of whoever hands it over, and its number in the case. */
export interface Exhibit {
  readonly exhibit: string;
  readonly file: KeptFile;
  /** What it is called in the archive. */
  readonly called: string;
  /** Of what is in the archive. */
  readonly sha256: Buffer;
}

export function exhibitName(initials: string, { number }: Pick<KeptFile, 'number'>): string {
  return `${initials}/${number}`;
}

/** `AK` of Ada Keel: a start, to be put right. */
export function initialsOf(name: string): string {
  const letters = name.split(/[\s-]+/).map((word) => word.normalize('NFKD').charAt(0).toUpperCase());
  return letters
    .filter((letter) => /[A-Z]/.test(letter))
    .join('')
    .slice(0, 5);
}

/** `AB-1.jpg`: a slash would make a folder. */
export function calledInPack(
  initials: string,
  file: Pick<KeptFile, 'number' | 'mediaType'>,
  holds: Holds,
): string {
  return `${initials}-${file.number}.${holds === 'shown' ? 'jpg' : endingOf(file.mediaType)}`;
}

interface Going {
  readonly holds?: Holds;
  readonly mayGo: boolean;
  readonly decided: boolean;
  /** By the second person, as it would leave, before they agreed; where none had to, it is. */
  readonly opened?: boolean;
}

/** Why a file cannot go into a pack; null: it can. */
export function whyNot(file: KeptFile, { holds, mayGo, decided, opened = true }: Going): string | null {
  if (file.errorAt !== null) return 'It was added in error';
  if (file.alteredAt !== null) return 'Its bytes are not as they came, or are gone';
  if (file.scan === 'infected') return 'Something harmful was found in it';
  if (file.scan === 'waiting') return 'It waits to be looked through for viruses';
  if (!decided) return 'The decision does not take in the entry of the chronology that tells of it';
  if (!mayGo) return 'What tells of it in the chronology may not be shown to agencies';
  if (holds === 'shown' && file.shown !== 'made') return 'There is no picture of it to look at';
  if (!opened)
    return `The second person had not opened ${holds === 'shown' ? 'its picture' : 'the original'} when they agreed`;
  return null;
}

/** What stands beside the files in the archive: a line each, as `sha256sum -c` reads it. */
export function manifestOf(files: readonly { readonly called: string; readonly sha256: Buffer }[]): string {
  return files.map(({ called, sha256 }) => `${sha256.toString('hex')}  ${called}\n`).join('');
}
