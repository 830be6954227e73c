import type { Filled } from './filling.ts';
import { keyOf, type Row } from './one-connection.ts';
import type { Otherwise } from './otherwise.ts';

type Cells = readonly (readonly [path: string, value: string])[];

/** Every value that a row holds, with where in it. */
function cellsOf(value: unknown, path = ''): Cells {
  if (Array.isArray(value)) return value.flatMap((each) => cellsOf(each, `${path}[]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => cellsOf(each, `${path}.${name}`));
  return value === null ? [] : [[path, String(value)]];
}

/** The cells that these rows hold and did not hold before. What was noted of it as an event is no storing of it. */
export function cellsWritten(rows: readonly Row[], before: ReadonlyMap<string, string>): Cells {
  return rows
    .filter(({ table }) => table !== 'event')
    .flatMap(({ table, row }) => {
      const written = JSON.parse(row);
      const old = before.get(keyOf(table, written));
      const stood = new Set(old === undefined ? [] : cellsOf(JSON.parse(old)).map((cell) => cell.join()));
      return cellsOf(written).filter((cell) => !stood.has(cell.join()));
    });
}

/** The fields whose answer is in no cell. Two that answered alike need two cells. */
export function lost(
  cells: Cells,
  { typed, chosen, dated }: Filled,
  { keptAs }: Otherwise,
): readonly string[] {
  const left = cells.map(([, value]) => value);
  const take = (holds: (value: string) => boolean) => {
    const at = left.findIndex(holds);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const missing = <A>(
    answers: Readonly<Record<string, A>>,
    holds: (answer: A, field: string) => (value: string) => boolean,
  ) => Object.entries(answers).flatMap(([field, answer]) => (take(holds(answer, field)) ? [] : [field]));
  return [
    ...Object.entries(typed).flatMap(([field, text]) =>
      left.some((value) => value.includes(text)) ? [] : [field],
    ),
    ...missing(
      chosen,
      ({ value }, field) =>
        (cell) =>
          [value, asTruth[value], keptAs[`${field} ${value}`]].includes(cell),
    ),
    ...missing(dated, (day) => (cell) => cell.startsWith(day)),
  ];
}

const asTruth: Readonly<Record<string, string>> = { yes: 'true', no: 'false', on: 'true' };
