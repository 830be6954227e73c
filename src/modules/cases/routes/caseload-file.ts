import { csvText } from '#kit/documents/csv.ts';
import { stateLabel } from '#modules/case-file/pure.ts';
import type { CaseInList } from '../store/caseload.ts';

/** A list as a file, with nothing in it that says whom or what it is about. */
export function caseloadFile(cases: readonly CaseInList[]): string {
  const rows = cases.map((each) => [
    each.reference,
    stateLabel(each.state),
    each.openedAt.toString(),
    each.leadName ?? '',
    each.nextDueAt?.toString() ?? '',
    each.lastContactAt?.toString() ?? '',
  ]);
  return csvText(['Reference', 'State', 'Opened', 'Lead', 'Next due', 'Last contact'], rows);
}
