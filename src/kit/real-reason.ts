import { requiredWords } from './forms.ts';

/** Something is said that somebody else can read later: two words at least, never an x or a dash. */
export function isReason(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 2 && words.join('').length >= 6;
}

/** @param missing what to say where nothing was typed */
export function reason(missing: string, most = 2_000) {
  return requiredWords(missing, most).refine(isReason, saidTooLittle);
}

export const saidTooLittle = 'Say it in a sentence, so that somebody else understands it later';
