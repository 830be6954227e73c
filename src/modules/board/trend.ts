import { type Share, shareInWords } from './discretion.ts';

export interface Trend {
  readonly direction: 'better' | 'worse' | 'same' | 'unknown';
  readonly words: string;
}

/** How a share compares with the period before, in words that stand without the arrow beside them. */
export function trendOf(share: Share, before: Share): Trend {
  if (share.kind === 'none' || before.kind === 'none')
    return { direction: 'unknown', words: 'nothing to compare' };
  if (!told(share) || !told(before)) return { direction: 'unknown', words: 'not shown' };
  const points = share.percent - before.percent;
  const roughly = share.kind === 'about' || before.kind === 'about';
  if (roughly && Math.abs(points) <= rough)
    return { direction: 'same', words: `much as before, ${shareInWords(before)}` };
  if (points === 0) return { direction: 'same', words: `no change from ${shareInWords(before)}` };
  const [direction, way] = points > 0 ? (['better', 'up'] as const) : (['worse', 'down'] as const);
  return { direction, words: `${way} from ${shareInWords(before)}` };
}

/** Two shares that are known to some five per cent each are no different within twice that. */
const rough = 10;

function told(share: Share): share is Extract<Share, { percent: number }> & { kind: 'exact' | 'about' } {
  return share.kind === 'exact' || share.kind === 'about';
}

export const arrows: Readonly<Record<Trend['direction'], string>> = {
  better: '▲',
  worse: '▼',
  same: '▬',
  unknown: '',
};
