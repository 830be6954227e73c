import { csvText } from '#kit/documents/csv.ts';
import type { ReportedProblem } from '../import-run.ts';

/** The problems of an import as CSV, in which no cell can be taken for a formula. */
export function problemsCsv(problems: readonly ReportedProblem[]): string {
  return csvText(
    ['file', 'line', 'field', 'problem', 'row'],
    problems.map((each) => [
      each.fileName,
      String(each.line),
      each.field,
      each.problem,
      each.refused ? 'refused' : 'imported without this field',
    ]),
  );
}
