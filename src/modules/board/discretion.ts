import type { Tally } from './tally.ts';

/** Whether somebody may see cases; whoever may not sees figures in which nobody can be recognised. */
export type Viewer = 'sees-cases' | 'figures-only';

/** A number as it may be shown. `few`: one to four. `about`: rounded to the nearest five. */
export type Shown =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'about'; readonly value: number }
  | { readonly kind: 'few' };

/** A share as it may be shown, in whole per cent; `over`: all that the figures beside it give away. */
export type Share =
  | { readonly kind: 'exact'; readonly percent: number }
  | { readonly kind: 'over'; readonly percent: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'withheld' };

const few = 5;

/**
 * What a viewer is shown of a count. Under five is not told; from five on it is rounded to the nearest five, so that
 * no subtraction between figures, periods or days gives the small number away.
 */
export function shown(value: number, viewer: Viewer): Shown {
  if (viewer === 'sees-cases' || value === 0) return { kind: 'exact', value };
  return value < few ? { kind: 'few' } : { kind: 'about', value: rounded(value) };
}

/**
 * The share of promises kept, of those that ended. Where a part is too small to be told, an exact share would tell it:
 * then only what the shown figures say by themselves.
 */
export function keptShare(tally: Tally, viewer: Viewer): Share {
  const { ended, met, byPlan, breached, recordedLate } = tally;
  if (ended === 0) return { kind: 'none' };
  const exact = { kind: 'exact', percent: wholePercent(met, ended) } as const;
  if (viewer === 'sees-cases') return exact;
  if (ended < few) return { kind: 'withheld' };
  if ([met, byPlan, breached, recordedLate].every((part) => part === 0 || part >= few)) return exact;
  const least = 1 - (atMost(byPlan) + atMost(breached) + atMost(recordedLate)) / (rounded(ended) - 2);
  const percent = Math.floor((least * 100) / few) * few;
  return percent > 0 ? { kind: 'over', percent } : { kind: 'withheld' };
}

/** Rounded down, so that one broken promise in a thousand is not shown as none. */
function wholePercent(part: number, whole: number): number {
  return Math.floor((part / whole) * 100);
}

function rounded(value: number): number {
  return Math.round(value / few) * few;
}

/** The most that a shown figure may stand for. */
function atMost(value: number): number {
  if (value === 0) return 0;
  return value < few ? few - 1 : rounded(value) + 2;
}

export function shownInWords(figure: Shown): string {
  if (figure.kind === 'few') return 'fewer than 5';
  return figure.kind === 'about' ? `about ${figure.value}` : String(figure.value);
}

export function shareInWords(share: Share): string {
  if (share.kind === 'exact') return `${share.percent}%`;
  if (share.kind === 'over') return `over ${share.percent}%`;
  return share.kind === 'none' ? 'none ended' : 'not shown';
}
