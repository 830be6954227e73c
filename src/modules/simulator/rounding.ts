import { toldFigure } from '#rules/told-figure.ts';
import type { Range } from './forecast.ts';

/** To the nearest five, and nothing under five: a forecast over all cases must not tell of one. */
export function discreet(count: number): string {
  return count === 0 ? '0' : toldFigure(count);
}

/** "about 40", or "about 35 to 45" where replays differ. */
export function ranged({ low, middle, high }: Range): string {
  const [least, most] = [discreet(low), discreet(high)];
  return least === most ? discreet(middle) : `${least} to ${most.replace('about ', '')}`;
}

/** To the nearest five per cent. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `about ${Math.round(share * 20) * 5}%` : 'more than there are';
}

/** Whole hours. */
export function hours(value: number): string {
  return Number.isFinite(value) ? `about ${Math.round(value)}` : 'without end';
}

/** In words that are no count. @param minutes of office hours */
export function wait(minutes: number): string {
  if (minutes < 60) return 'under an hour';
  if (minutes < 4 * 60) return 'some hours';
  if (minutes < 8 * 60) return 'a day';
  return minutes < 40 * 60 ? 'some days' : 'more than a week';
}
