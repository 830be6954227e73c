/**
 * Whether a service would send these very words: the same letters and figures in the same order. Marks of punctuation,
 * spaces and accents are what services for text messages change (curly quotes, dashes); none of them tells anything.
 */
export function sameWords(theirs: string, ours: string): boolean {
  return bare(theirs) === bare(ours);
}

function bare(words: string): string {
  const letters = words.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? words.trim() : letters.toLowerCase();
}
