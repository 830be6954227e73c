/**
 * How many, for whoever sees no case: to the nearest five, and nothing under five, so that nobody is told of one
 * (docs/decisions/2026-11-29-figures-cannot-be-subtracted.md). It stands by itself: no sum stands beside it.
 */
export function toldFigure(count: number): string {
  if (count === 0) return 'none';
  return count < 5 ? 'fewer than 5' : `about ${Math.round(count / 5) * 5}`;
}
