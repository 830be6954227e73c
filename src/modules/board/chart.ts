import { asPicture } from '#kit/picture.ts';
import type { Year } from './months.ts';

const width = 720;
const height = 200;
const margin = { marginTop: 28, marginBottom: 36, marginLeft: 48, marginRight: 24 };

/**
 * The share of promises kept by month as an SVG picture, one panel a commitment. A month whose share may not be shown
 * exactly, or in which nothing ended, is a gap. The table beside it says the same in words.
 */
export async function trendChart(years: readonly Year[]): Promise<string> {
  // Both are large and few people ask for a picture: the program starts without them.
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html></html>');
  const points = years.flatMap(({ commitment, months }) =>
    months.map(({ month, share }) => ({
      commitment: commitment.title,
      month: new Date(`${month}T00:00:00Z`),
      percent: share.kind === 'exact' || share.kind === 'about' ? share.percent : Number.NaN,
    })),
  );
  const lines = years.map(({ commitment }) => ({ commitment: commitment.title }));
  const svg = Plot.plot({
    document: document as never,
    width,
    height: height * Math.max(1, years.length),
    ...margin,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '13px', background: 'white', color: '#14282c' },
    x: { type: 'utc', label: null, ticks: 'month', tickFormat: '%b' },
    y: { domain: [0, 100], label: 'Kept, %', grid: true, ticks: 5 },
    fy: { axis: null, domain: lines.map(({ commitment }) => commitment), padding: 0.1 },
    marks: [
      Plot.ruleY([0]),
      Plot.text(lines, {
        fy: 'commitment',
        text: 'commitment',
        frameAnchor: 'top-left',
        dy: -18,
        fontWeight: 600,
      }),
      Plot.lineY(points, { x: 'month', y: 'percent', fy: 'commitment', stroke: '#0f5e64', strokeWidth: 2 }),
      Plot.dot(points, { x: 'month', y: 'percent', fy: 'commitment', fill: '#0f5e64', r: 4 }),
      Plot.text(points, {
        x: 'month',
        y: 'percent',
        fy: 'commitment',
        text: ({ percent }: { percent: number }) => (Number.isNaN(percent) ? '' : `${percent}%`),
        dy: -11,
      }),
    ],
  });
  return asPicture(svg);
}
