/**
 * What a word stands for where it is the beginning of a reference, `C-2345-6789`: its letter and a group at least, or
 * as much without its letter; or its second group. As the words of a case and of what was told mark it
 * (lintel.reference_words).
 */
export function referenceWords({
  beginnings,
  whole,
}: {
  readonly beginnings: readonly string[];
  readonly whole: readonly string[];
}): readonly string[] {
  return [...new Set([...beginnings, ...whole])]
    .filter((typed) => /^[a-z2-9]{4,9}$/.test(typed))
    .flatMap((typed) => [
      ...(typed.length <= 8 ? [`#${typed}`] : []),
      ...(typed.length >= 5 && /^[cd]/.test(typed) ? [`##${typed}`] : []),
    ]);
}

/** The letter of a reference that is read out by itself, "C A65Z VMC8", belongs to what follows it. */
export function withItsLetter(text: string): string {
  const [, letter, first, second] = /^([cd])[\s-]+([a-z2-9]{4})[\s-]+([a-z2-9]{4})$/.exec(text) ?? [];
  return letter && /\d/.test(`${first}${second}`) ? `${letter}${first}${second}` : text;
}
