import { stringify } from 'csv-stringify/sync';
import type { ReportedProblem } from '../import-run.ts';

/** The problems of an import as CSV, in which no cell can be taken for a formula. */
export function problemsCsv(problems: readonly ReportedProblem[]): string {
  return stringify(
    problems.map((each) => [
      each.fileName,
      each.line,
      each.field,
      each.problem,
      each.refused ? 'refused' : 'imported without this field',
    ]),
    { header: true, columns: ['file', 'line', 'field', 'problem', 'row'], escape_formulas: true, bom: true },
  );
}
