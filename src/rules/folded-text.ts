import { readsAs } from './look-alikes.ts';

/**
 * A text as it reads: small plain letters, a blank for every white space, a point for every sign that stands for no
 * letter; each with where it stands in the text that was written.
 */
export interface Folded {
  readonly text: string;
  readonly reads: string;
  readonly from: readonly number[];
}

export function folded(text: string): Folded {
  const reads: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const written of text) {
    for (const letter of isBlank(written) ? ' ' : readsAs(written)) {
      if (han.test(letter)) closeUp(reads, from);
      for (const unit of part(letter).split('')) {
        reads.push(unit);
        from.push(at);
      }
    }
    at += written.length;
  }
  from.push(text.length);
  return { text, reads: reads.join(''), from };
}

/** Signs that may stand for a letter. */
const forALetter = '@$!|+(€#¡';
const noLetters: ReadonlySet<string> = new Set([' ', '.', "'", ...forALetter]);

/** In a folded text: neither a letter nor a digit. */
export function isSign(unit: string | undefined): boolean {
  return unit === undefined || noLetters.has(unit);
}

function part(letter: string): string {
  if (letter >= 'a' && letter <= 'z') return letter;
  if (/['’‘ʼ`´]/.test(letter)) return "'";
  if (isBlank(letter)) return ' ';
  return forALetter.includes(letter) || /[\p{L}\p{M}\p{N}]/u.test(letter) ? letter : '.';
}

/** The mark of a file’s order counts as white space, and has no width. */
function isBlank(letter: string): boolean {
  return letter !== '\ufeff' && /\s/u.test(letter);
}

const han = /\p{Script=Han}/u;

/** No blank belongs between letters of Chinese. */
function closeUp(reads: string[], from: number[]): void {
  const last = reads.findLastIndex((unit) => !isSign(unit));
  const before = reads[last];
  if (before === undefined || !han.test(before)) return;
  reads.length = last + 1;
  from.length = last + 1;
}
