import { z } from 'zod';
import { formGiven, known, type Typed } from '#kit/forms.ts';
import { type Column, columnsOf, type FileKind, fileKinds } from './columns.ts';
import type { DateOrder } from './dates.ts';
import { type Mapping, readHeader } from './headers.ts';

/** One file as the form about its columns knows it. */
export interface AskedFile {
  readonly place: number;
  readonly headings: readonly string[];
}

export const fieldNames = {
  file: (place: number) => `file-${place}`,
  column: (place: number, at: number) => `column-${place}-${at}`,
  leftOut: (place: number) => `left-out-${place}`,
  dates: (place: number) => `dates-${place}`,
};

/** What a column may become, as the form sends it: "homes.uprn". */
export function choiceOf(kind: FileKind, { name }: Column): string {
  return `${kind}.${name}`;
}

/** How the form stands before anything was said. */
export function asTyped(place: number, { kind, columns, dates }: Mapping, leftOut: boolean): Typed {
  return {
    ...Object.fromEntries(
      columns.map((name, at) => [fieldNames.column(place, at), kind && name ? `${kind}.${name}` : '']),
    ),
    [fieldNames.leftOut(place)]: leftOut ? 'yes' : '',
    [fieldNames.dates(place)]: dates ?? '',
  };
}

/** What was said of each file; the messages go by the file. */
export const columnsForm = formGiven(
  z
    .object({ typed: known<Typed>(), files: known<readonly AskedFile[]>() })
    .transform(({ typed, files }, context) =>
      files.map((file) => {
        const said = saidOf(file, typed);
        if ('wrong' in said) {
          context.addIssue({ code: 'custom', path: [fieldNames.file(file.place)], message: said.wrong });
          return without(file);
        }
        return said;
      }),
    ) as unknown as z.ZodType<readonly Mapping[]>,
  (typed, files: readonly AskedFile[]) => ({ typed, files }),
);

function saidOf(file: AskedFile, typed: Typed): Mapping | { readonly wrong: string } {
  const { place, headings } = file;
  if (typed[fieldNames.leftOut(place)] === 'yes') return without(file);
  const chosen = headings.map((_, at) => String(typed[fieldNames.column(place, at)] ?? '').split('.'));
  const kinds = new Set(chosen.map(([kind]) => kind ?? '').filter((kind) => kind !== ''));
  const [only] = kinds;
  const kind = fileKinds.find((each) => each === only);
  if (kind === undefined) return { wrong: 'Say what the columns hold, or leave the file out' };
  if (kinds.size > 1)
    return { wrong: 'Choose what one kind of file holds: homes, people, tenancies or residents' };
  const known = new Set(columnsOf[kind].map(({ name }) => name));
  const columns = chosen.map(([, name]) => (name && known.has(name) ? name : null));
  const mapping = { kind, columns, dates: orderIn(typed[fieldNames.dates(place)]) };
  const missing = columnsOf[kind].filter(({ name, needed }) => needed && !columns.includes(name));
  if (missing.length > 0)
    return { wrong: `Choose the column for: ${missing.map(({ label }) => label.toLowerCase()).join('; ')}` };
  const header = readHeader(headings, mapping);
  return 'problem' in header ? { wrong: header.problem } : mapping;
}

function without({ headings }: AskedFile): Mapping {
  return { kind: null, columns: headings.map(() => null), dates: null };
}

function orderIn(value: unknown): DateOrder | null {
  return value === 'day-first' || value === 'month-first' ? value : null;
}
