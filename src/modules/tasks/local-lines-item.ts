import { thresholdPaths } from '#modules/risk-level/pure.ts';
import type { DayItem } from './day.ts';

/** How a risk is heard and weighed locally is to be asked of the area again: one line on the day, however many. */
export function localLinesItem(number: number): readonly DayItem[] {
  if (number === 0) return [];
  const lines = number === 1 ? '1 line' : `${number} lines`;
  return [
    {
      kind: 'pathway',
      ...{ caseId: null, reference: null, at: null, appointment: false, danger: false, standsInFor: null },
      what: `${lines} of how a risk is heard where you are, not checked with the area for 12 months`,
      href: thresholdPaths.all,
      way: 'Look at them',
    },
  ];
}
