/** A count as it is told where nobody may be found in it: nought, fewer than five, or to the nearest five. */
export function few(number: number): string {
  if (number === 0) return '0';
  return number < 5 ? 'fewer than 5' : `about ${Math.round(number / 5) * 5}`;
}
