import { few, type Told, toldOf } from './published.ts';
import type { Running, Tally } from './tally.ts';

/** Whether somebody may see cases; whoever may not sees figures in which nobody can be recognised. */
export type Viewer = 'sees-cases' | 'figures-only';

/** A number as it may be shown. `few`: one to four. `about`: to the nearest five. `between`: added from many months. */
export type Shown =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'about'; readonly value: number }
  | { readonly kind: 'between'; readonly least: number; readonly most: number }
  | { readonly kind: 'few' };

/** A share as it may be shown, in whole per cent; `over`: all that the figures beside it give away. */
export type Share =
  | { readonly kind: 'exact'; readonly percent: number }
  | { readonly kind: 'about'; readonly percent: number }
  | { readonly kind: 'over'; readonly percent: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'withheld' };

type Numbers = Tally | Running;
type NameOf<N extends Numbers> = N extends Tally
  ? Exclude<keyof Tally, 'reasons' | 'unsure'>
  : Exclude<keyof Running, 'unsure'>;

/** What is known of a number of these, by its name: what may be told of it, or else itself. */
export function figure<N extends Numbers>(numbers: N, name: NameOf<N>, viewer: Viewer): Shown {
  const value = (numbers as unknown as Readonly<Record<string, number>>)[name as string] ?? 0;
  return shownOf(value, numbers.unsure?.[name as string] ?? (numbers.unsure ? 0 : null), viewer);
}

/** The same of what is told apart by its reason. */
export function reasonFigure({ reasons, unsure }: Tally, why: string, viewer: Viewer): Shown {
  return shownOf(reasons[why] ?? 0, unsure?.[why] ?? (unsure ? 0 : null), viewer);
}

/** Of several reasons together, added from what may be told of each. */
export function reasonsFigure({ reasons, unsure }: Tally, whys: readonly string[], viewer: Viewer): Shown {
  const sum = (of: Readonly<Record<string, number>>) => whys.reduce((all, why) => all + (of[why] ?? 0), 0);
  return shownOf(sum(reasons), unsure ? sum(unsure) : null, viewer);
}

/** What a viewer is shown of a count that stands by itself: under five is not told, else it is rounded. */
export function shown(value: number, viewer: Viewer): Shown {
  return shownOf(value, null, viewer);
}

/** @param unsure null: the value is exact, and must be told as one that stands by itself */
function shownOf(value: number, unsure: number | null, viewer: Viewer): Shown {
  if (viewer === 'sees-cases') return { kind: 'exact', value };
  const told = unsure === null ? toldOf(value) : { middle: value, unsure };
  if (told.middle === 0) return { kind: 'exact', value: 0 };
  const [least, most] = ends(told);
  if (most < few) return { kind: 'few' };
  if (most - least > 2 * few) return { kind: 'between', least, most };
  return { kind: 'about', value: Math.round(told.middle / few) * few };
}

/** As far apart as the least and the most that a share may be, for it to be told as about that much. */
const narrow = 0.1;

/**
 * The share of promises kept, of those that ended. Whoever sees figures only is told what the figures that they are
 * told say by themselves, and no more.
 */
export function keptShare(tally: Tally, viewer: Viewer): Share {
  if (tally.ended === 0) return { kind: 'none' };
  if (viewer === 'sees-cases') return { kind: 'exact', percent: Math.floor((tally.met / tally.ended) * 100) };
  const [metLeast, metMost] = ends(partOf(tally, 'met'));
  const others = (['byPlan', 'breached', 'recordedLate'] as const).map((name) => ends(partOf(tally, name)));
  const [otherLeast, otherMost] = [0, 1].map((end) =>
    others.reduce((sum, each) => sum + (each[end] ?? 0), 0),
  );
  if (metMost + (otherMost ?? 0) < few) return { kind: 'withheld' };
  if (otherMost === 0) return { kind: 'exact', percent: 100 };
  if (metMost === 0) return { kind: 'exact', percent: 0 };
  const least = metLeast / (metLeast + (otherMost ?? 0));
  const most = metMost / (metMost + (otherLeast ?? 0));
  // Never all and never none, where there is some of either.
  if (most - least <= narrow)
    return { kind: 'about', percent: Math.min(95, Math.max(5, inFives((least + most) / 2, Math.round))) };
  const percent = inFives(least, Math.floor);
  return percent > 0 ? { kind: 'over', percent } : { kind: 'withheld' };
}

function partOf(tally: Tally, name: 'met' | 'byPlan' | 'breached' | 'recordedLate'): Told {
  if (!tally.unsure) return toldOf(tally[name]);
  return { middle: tally[name], unsure: tally.unsure[name] ?? 0 };
}

function ends({ middle, unsure }: Told): readonly [least: number, most: number] {
  return [middle - unsure, middle + unsure];
}

function inFives(share: number, round: (value: number) => number): number {
  return round((share * 100) / few) * few;
}

export function shownInWords(figure: Shown): string {
  if (figure.kind === 'few') return 'fewer than 5';
  if (figure.kind === 'between') return `${figure.least} to ${figure.most}`;
  return figure.kind === 'about' ? `about ${figure.value}` : String(figure.value);
}

export function shareInWords(share: Share): string {
  if (share.kind === 'exact') return `${share.percent}%`;
  if (share.kind === 'about') return `about ${share.percent}%`;
  if (share.kind === 'over') return `over ${share.percent}%`;
  return share.kind === 'none' ? 'none ended' : 'not shown';
}
