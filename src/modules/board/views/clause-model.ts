import type { Responsibility } from '#rules/pack.ts';
import type { ClauseLine } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import type { OpenPromise } from '../drill-down.ts';
import type { Happening } from '../happenings.ts';
import type { Year } from '../months.ts';
import type { PeriodModel } from './period-links.ts';

export interface ClauseModel extends PeriodModel {
  readonly line: ClauseLine;
  readonly responsible: readonly Responsibility[];
  readonly viewer: Viewer;
  readonly years: readonly Year[];
  /** What may be looked into; null for whoever sees figures only. */
  readonly open: {
    readonly owed: readonly OpenPromise[];
    readonly broken: readonly OpenPromise[];
    readonly happened: readonly Happening[];
  } | null;
  /** A moment in words, on the clock of the office. */
  readonly when: (at: Temporal.Instant) => string;
  /** When a promise is due, in words. */
  readonly due: (promise: OpenPromise) => string;
}
