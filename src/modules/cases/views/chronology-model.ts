import type { Verdict } from '#rules/facts.ts';
import type { ChronologyQuery } from '../forms/chronology-query.ts';
import type { Entry } from '../store/entries.ts';
import type { CaseModel } from './model.ts';

/** What the page of a chronology shows, and its filter. */
export interface ChronologyModel extends CaseModel {
  readonly csrf: string;
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly query: ChronologyQuery;
  /** What was looked for: in a form, never in an address. */
  readonly text: string;
  readonly mayExport: Verdict;
}
