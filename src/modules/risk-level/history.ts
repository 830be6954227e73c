import { asPicture } from '#kit/picture.ts';
import type { RiskLevel } from '#rules/facts.ts';
import { levelLabel } from './level.ts';

/** A level and the moment from which it stood. */
export interface Step {
  readonly level: RiskLevel;
  readonly from: Temporal.Instant;
}

const width = 720;
const day = 24 * 60 * 60 * 1000;
const twoWeeks = 14 * day;
const year = 365 * day;
export const historyHeight = 220;

/**
 * How the level went over time as an SVG picture: a line that steps, with a mark for each time that it was looked at.
 * The table beside it says the same in words.
 * @param steps oldest first, at least one
 */
export async function historyChart(
  steps: readonly Step[],
  now: Temporal.Instant,
  timeZone: string,
): Promise<string> {
  // Both are large and few people ask for a picture: the program starts without them.
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html></html>');
  const points = steps.map(({ level, from }) => ({
    at: onTheWall(from, timeZone),
    level: levelLabel(level),
  }));
  const last = points.at(-1);
  const line = last ? [...points, { ...last, at: onTheWall(now, timeZone) }] : points;
  // A line of no length says nothing: at least two weeks are shown.
  const [start = onTheWall(now, timeZone)] = points.map(({ at }) => at);
  const end = onTheWall(now, timeZone);
  const span = Math.max(end.valueOf() - start.valueOf(), twoWeeks);
  const domain = [start, new Date(start.valueOf() + span)];
  const tickFormat = span > year ? '%b %Y' : '%-d %b';
  const svg = Plot.plot({
    document: document as never,
    width,
    height: historyHeight,
    marginTop: 20,
    marginBottom: 36,
    marginLeft: 76,
    marginRight: 24,
    style: { fontFamily: 'system-ui, sans-serif', fontSize: '13px', background: 'white', color: '#14282c' },
    x: { type: 'utc', label: null, domain, ticks: 6, tickFormat },
    y: { type: 'point', domain: ['High', 'Medium', 'Standard'], label: null, grid: true },
    marks: [
      Plot.line(line, { x: 'at', y: 'level', curve: 'step-after', stroke: '#0f5e64', strokeWidth: 2 }),
      Plot.dot(points, { x: 'at', y: 'level', fill: '#0f5e64', r: 4 }),
    ],
  });
  return asPicture(svg);
}

/** The chart knows no time zones: it is given what the clock on the office's wall showed. */
function onTheWall(moment: Temporal.Instant, timeZone: string): Date {
  return new Date(
    `${moment.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })}Z`,
  );
}
