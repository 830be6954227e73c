import { kept, keptAll, type Typed } from '#kit/forms.ts';
import { timeOfDay, whichHalf } from '#kit/typed-moment.ts';
import type { WeeklyWindow } from '#rules/agreement.ts';

/** How many spans of hours the form has room for. */
export const roomFor = { safe: 3, never: 2 } as const;
export type WindowKind = keyof typeof roomFor;

/** The fields of one row: its days as ticks, its two times as text. */
function windowFields(kind: WindowKind, place: number) {
  const name = `${kind}${place}`;
  return { days: `${name}-days`, from: `${name}-from`, to: `${name}-to` } as const;
}

export type WindowRow = ReturnType<typeof windowFields>;

/** Each kind's rows, in their order. */
export const windowRows = { safe: rowsOf('safe'), never: rowsOf('never') } as const;

function rowsOf(kind: WindowKind): readonly WindowRow[] {
  return Array.from({ length: roomFor[kind] }, (_, index) => windowFields(kind, index + 1));
}

/** The field that is wrong, and what to do about it. */
interface Problem {
  readonly field: string;
  readonly message: string;
}

/** The rows that were filled in, in their order, and what is wrong with each of the others that were begun. */
export function typedWindows(
  typed: Typed,
  kind: WindowKind,
): { readonly windows: readonly WeeklyWindow[]; readonly problems: readonly Problem[] } {
  const windows: WeeklyWindow[] = [];
  const problems: Problem[] = [];
  for (const fields of windowRows[kind]) {
    const days = keptAll(typed, fields.days).map(Number);
    const [from, to] = [kept(typed, fields.from).trim(), kept(typed, fields.to).trim()];
    if (days.length === 0 && from === '' && to === '') continue;
    const read = { days, from: timeOfDay(from) ?? '', to: timeOfDay(to) ?? '' };
    const problem = problemOf(fields, read, { from, to });
    if (problem) problems.push(problem);
    else windows.push(read);
  }
  return { windows, problems };
}

/** @param read with `''` for a time that is none */
function problemOf(
  fields: WindowRow,
  { days, from, to }: WeeklyWindow,
  written: { readonly from: string; readonly to: string },
): Problem | null {
  if (days.length === 0) return { field: fields.days, message: 'Tick the days' };
  if (!days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7))
    return { field: fields.days, message: 'Choose from the list' };
  if (from === '') {
    const message = whichHalf(written.from) ?? 'Enter the time from which, for example 10:00';
    return { field: fields.from, message };
  }
  if (to === '') {
    const message = whichHalf(written.to) ?? 'Enter the time until which, for example 14:00';
    return { field: fields.to, message };
  }
  if (to <= from) return { field: fields.to, message: 'The second time must be later on the same day' };
  return null;
}

/** What the form holds for windows that are known. */
export function windowsTyped(kind: WindowKind, windows: readonly WeeklyWindow[]): Typed {
  return Object.fromEntries(
    windowRows[kind].flatMap((fields, index) => {
      const window = windows[index];
      return window
        ? [
            [fields.days, window.days.map(String)],
            [fields.from, window.from],
            [fields.to, window.to],
          ]
        : [];
    }),
  );
}
