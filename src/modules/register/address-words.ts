/** Words of addresses with the ways in which they are shortened; `lintel.home_key` takes the same for the same. */
export const addressWords = [
  ['road', 'rd'],
  ['street', 'st', 'saint'],
  ['avenue', 'ave', 'av'],
  ['lane', 'ln'],
  ['close', 'cl'],
  ['court', 'ct'],
  ['drive', 'dr'],
  ['gardens', 'gdns', 'gdn'],
  ['grove', 'gro', 'gr'],
  ['house', 'hse'],
  ['flat', 'apartment', 'apt'],
  ['place', 'pl'],
  ['terrace', 'terr', 'ter'],
  ['crescent', 'cres', 'cr'],
  ['square', 'sq'],
] as const;

const others = new Map<string, readonly string[]>(
  addressWords.flatMap((group) =>
    group.map((word) => [word, group.filter((other) => other !== word)] as const),
  ),
);

/** "Rd" is "Road", and the other way about. */
export function otherwiseWritten(word: string): readonly string[] {
  return others.get(word) ?? [];
}

/** Nearly every address has one of these: they tell least. */
export const commonInAddresses: ReadonlySet<string> = new Set([...others.keys(), 'way', 'the']);

/** "Flat2 Mill House 12Mill Lane" and "12 a Mill Lane" as they would be parted. */
export function regrouped(typed: string): string {
  return typed
    .replace(/\b(flat|apartment|apt|unit|room)(\d{1,4}[a-z]?)\b/gi, '$1 $2')
    .replace(/\b(\d{1,4})([a-z]{3,})\b/gi, '$1 $2')
    .replace(/\b(\d{1,4}) ([a-z])\b(?!['’])/gi, '$1$2');
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Every word that is one letter away: another, one too many, one too few, or two exchanged. */
export function oneLetterOff(word: string): readonly string[] {
  if (!/^[a-z]{3,20}$/.test(word)) return [];
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after !== '') near.add(before + after.slice(1));
    if (after.length > 1) near.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of letters) {
      near.add(before + letter + after);
      if (after !== '') near.add(before + letter + after.slice(1));
    }
  }
  near.delete(word);
  return [...near].filter((each) => each.length > 2);
}
