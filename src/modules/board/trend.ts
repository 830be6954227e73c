import type { Share } from './discretion.ts';

export interface Trend {
  readonly direction: 'better' | 'worse' | 'same' | 'unknown';
  readonly words: string;
}

/** How a share compares with the period before, in words that stand without the arrow beside them. */
export function trendOf(share: Share, before: Share): Trend {
  if (share.kind === 'none' || before.kind === 'none')
    return { direction: 'unknown', words: 'nothing to compare' };
  if (share.kind !== 'exact' || before.kind !== 'exact') return { direction: 'unknown', words: 'not shown' };
  const points = share.percent - before.percent;
  if (points === 0) return { direction: 'same', words: `no change from ${before.percent}%` };
  const [direction, way] = points > 0 ? (['better', 'up'] as const) : (['worse', 'down'] as const);
  return { direction, words: `${way} from ${before.percent}%` };
}

export const arrows: Readonly<Record<Trend['direction'], string>> = {
  better: '▲',
  worse: '▼',
  same: '▬',
  unknown: '',
};
