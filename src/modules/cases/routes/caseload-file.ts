import { stringify } from 'csv-stringify/sync';
import { stateLabel } from '../states.ts';
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
  // Spreadsheets run what begins with a formula's sign: `escape_formulas` keeps a text a text.
  return stringify([['Reference', 'State', 'Opened', 'Lead', 'Next due', 'Last contact'], ...rows], {
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
