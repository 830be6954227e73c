import type { Range } from './forecast.ts';

/** To the nearest five, and nothing under five: a forecast over all cases must not tell of one. */
export function discreet(count: number): string {
  if (count === 0) return '0';
  return count < 5 ? 'fewer than 5' : `about ${Math.round(count / 5) * 5}`;
}

/** "about 40", or "about 35 to 45" where replays differ. */
export function ranged({ low, middle, high }: Range): string {
  const [least, most] = [discreet(low), discreet(high)];
  return least === most ? discreet(middle) : `${least} to ${most.replace('about ', '')}`;
}

export function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)}%` : 'more than there are';
}

export function hours(value: number): string {
  return Number.isFinite(value) ? value.toFixed(1) : 'without end';
}
