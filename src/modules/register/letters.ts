/** How an English ear hears a name, roughly: two spellings of one sound are alike. Compact. */
export function sound(name: string): string {
  return name
    .replace(/ph/g, 'f')
    .replace(/v/g, 'f')
    .replace(/ck|c(?![eiy])|q/g, 'k')
    .replace(/c/g, 's')
    .replace(/th/g, 't')
    .replace(/(?<=[^cs])h(?![aeiouy])|h$/g, '')
    .replace(/(?:ie|ey|ee|y)$/, 'i')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.{2})e$/, '');
}
/** Letters to change, add, drop or exchange with their neighbour; anything above `most` is `most + 1`. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}
