import type { DisclosureValue } from './value.ts';

/** A child as they were told of: what the case shows them by, and whatever else the line said. */
export interface ToldChild {
  readonly describedAs: string;
  readonly notes: string;
}

const atMost = 15;
const shown = 200;

/**
 * The children that were told of, one a line: a name or "first child, about 4", their age or birth date, their school.
 * Each is somebody in the case, on the register or not (V2b, V3.6).
 */
export function childrenTold({
  children,
  childrenDetails,
}: Pick<DisclosureValue, 'children' | 'childrenDetails'>): readonly ToldChild[] {
  if (children === 'no') return [];
  return childrenDetails
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, atMost)
    .map((line) => ({ describedAs: line.slice(0, shown), notes: line.slice(shown) }));
}
