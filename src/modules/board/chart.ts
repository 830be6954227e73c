import { asPicture } from '#kit/picture.ts';
import { trendHeight, type Year } from './months.ts';

const width = 720;
const margin = { marginTop: 28, marginBottom: 36, marginLeft: 48, marginRight: 24 };

/**
 * The share of one promise kept by month as an SVG picture. A month whose share may not be shown exactly, or in which
 * nothing ended, is a gap. The table beside it says the same in words.
 */
export async function trendChart({ months }: Year): Promise<string> {
  // Both are large and few people ask for a picture: the program starts without them.
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html></html>');
  const points = months.map(({ month, share }) => ({
    month: new Date(`${month}T00:00:00Z`),
    percent: share.kind === 'exact' || share.kind === 'about' ? share.percent : Number.NaN,
  }));
  const svg = Plot.plot({
    document: document as never,
    width,
    height: trendHeight,
    ...margin,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '13px', background: 'white', color: '#14282c' },
    x: { type: 'utc', label: null, ticks: 'month', tickFormat: '%b' },
    y: { domain: [0, 100], label: 'Kept, %', grid: true, ticks: 5 },
    marks: [
      Plot.ruleY([0]),
      Plot.lineY(points, { x: 'month', y: 'percent', stroke: '#0f5e64', strokeWidth: 2 }),
      Plot.dot(points, { x: 'month', y: 'percent', fill: '#0f5e64', r: 4 }),
      Plot.text(points, {
        x: 'month',
        y: 'percent',
        text: ({ percent }: { percent: number }) => (Number.isNaN(percent) ? '' : `${percent}%`),
        dy: -11,
      }),
    ],
  });
  return asPicture(svg);
}
