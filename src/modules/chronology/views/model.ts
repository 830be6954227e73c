import type { CaseModel } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import type { ChronologyQuery } from '../forms/chronology-query.ts';
import type { Entry } from '../store/entries.ts';

/** What the chronology of a case is shown from. */
export interface ChronologyModel extends CaseModel {
  readonly csrf: string;
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly query: ChronologyQuery;
  /** What was looked for: in a form, never in an address. */
  readonly text: string;
  readonly mayExport: Verdict;
}
