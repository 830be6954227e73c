import { requiredWords } from './forms.ts';

/** Something is said that somebody else can read later: two different words at least, never an x or a dash. */
export function isReason(text: string): boolean {
  const words = new Set(wordsIn(text));
  return words.size >= 2 && [...words].join('').length >= 6;
}

/** Word for word what was written the last time, however it is spaced or punctuated; without a last time, never. */
export function saysTheSame(text: string, last: string): boolean {
  const [now, before] = [wordsIn(text).join(' '), wordsIn(last).join(' ')];
  return before !== '' && now === before;
}

function wordsIn(text: string): readonly string[] {
  return (text.match(/\p{L}{2,}/gu) ?? []).map((word) => word.toLocaleLowerCase('en-GB'));
}

/** @param missing what to say where nothing was typed */
export function reason(missing: string, most = 2_000) {
  return requiredWords(missing, most).refine(isReason, saidTooLittle);
}

export const saidTooLittle = 'Say it in a sentence, so that somebody else understands it later';

export const sameAsLastTime =
  'This is word for word what was written last time. Add what you know today, even if it is that nothing has changed';
