import { z } from 'zod';
import { formGiven, parseForm, requiredWords, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { newestOf } from '../instruments/catalogue.ts';
import { type Instrument, instrumentIds, itemsOf } from '../instruments/instrument.ts';
import type { OwnInstrument } from '../instruments/own.ts';
import type { Wording } from '../instruments/wording.ts';
import { objectOf, text } from './file-text.ts';
import { ownInstrumentFile } from './own-instrument-file.ts';

/** An authorised wording as a file: the same items under the same numbers, and only the words are others. */
const wordingFile = z
  .strictObject(
    {
      instrument: z.enum(
        instrumentIds,
        `must be one of ${instrumentIds.join(', ')}, or own-1 to own-99 for one of your own`,
      ),
      version: text(60).refine(
        (version) => !version.startsWith('lintel-'),
        'begins with “lintel-”, which names Lintel’s own words',
      ),
      name: text(120),
      attribution: text(600),
      items: z.array(
        z.strictObject({
          id: text(40),
          theme: text(120).optional(),
          question: text(600),
          help: z.string('is no text').trim().max(600, 'is longer than 600 characters').optional(),
        }),
        'must be a list',
      ),
    },
    objectOf('instrument, version, name, attribution and items'),
  )
  .superRefine(({ instrument, items }, context) => {
    for (const message of wrongItems(
      newestOf(instrument),
      items.map(({ id }) => id),
    ))
      context.addIssue({ code: 'custom', path: ['items'], message });
  });

/** Other words for an instrument of Lintel's, or a whole one of the landlord's own. */
export type InstrumentFile =
  | { readonly kind: 'wording'; readonly wording: Wording }
  | { readonly kind: 'own'; readonly own: OwnInstrument };

export type FileRead =
  | { readonly ok: true; readonly file: InstrumentFile }
  /** What is wrong, each in words that say where. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of a file; what is wrong with it is said so that whoever wrote it can put it right. */
export function readInstrumentFile(file: string): FileRead {
  let read: unknown;
  try {
    read = JSON.parse(file);
  } catch (error) {
    return { ok: false, problems: [`This is not JSON: ${(error as Error).message}`] };
  }
  const result = namesOwn(read) ? ownInstrumentFile.safeParse(read) : wordingFile.safeParse(read);
  if (!result.success)
    return { ok: false, problems: result.error.issues.map((issue) => inWords(issue, read)) };
  const { data } = result;
  return {
    ok: true,
    file: 'levels' in data ? { kind: 'own', own: data } : { kind: 'wording', wording: data },
  };
}

function namesOwn(read: unknown): boolean {
  return String((read as { readonly instrument?: unknown } | null)?.instrument).startsWith('own');
}

/** Which numbers are missing, are there twice, or belong to no item. */
function wrongItems(base: Instrument, given: readonly string[]): readonly string[] {
  const wanted = itemsOf(base).map(({ id }) => id);
  const missing = wanted.filter((id) => !given.includes(id));
  const twice = given.filter((id, index) => given.indexOf(id) !== index);
  const unknown = given.filter((id) => !wanted.includes(id));
  return [
    ...missing.map((id) => `item ${id} is missing`),
    ...[...new Set(twice)].map((id) => `item ${id} is there twice`),
    ...unknown.map(
      (id) => `item ${id} is not in this instrument, whose items are ${wanted[0]} to ${wanted.at(-1)}`,
    ),
  ];
}

/** "Item 7, question: is empty" */
function inWords({ path, message }: z.core.$ZodIssue, read: unknown): string {
  const [first, index, ...rest] = path;
  if (first === undefined) return `The file ${message}`;
  if (index === undefined || (first !== 'items' && first !== 'levels'))
    return first === 'items' ? capital(message) : `${capital(String(first))} ${message}`;
  const entries = (read as Readonly<Record<string, readonly { readonly id?: unknown }[] | undefined>>)[first];
  const id = entries?.[Number(index)]?.id;
  const place = typeof id === 'string' && id ? `Item ${id}` : `Entry ${Number(index) + 1} of ${first}`;
  return `${[place, ...rest.map(String)].join(', ')}: ${message}`;
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

export interface LoadedFile {
  readonly file: InstrumentFile;
  readonly effectiveFrom: Temporal.PlainDate;
}

/** The file, pasted, and the day from which it is used; assessments that are there keep theirs. */
export const wordingForm = formGiven(
  z
    .object({ file: requiredWords('Paste the contents of the file', 100_000), from: day })
    .transform(({ file, from }, context): LoadedFile => {
      const read = readInstrumentFile(file);
      if (read.ok) return { file: read.file, effectiveFrom: from };
      context.addIssue({
        code: 'custom',
        path: ['file'],
        message: `Put right: ${read.problems.slice(0, 5).join('; ')}`,
      });
      return z.NEVER;
    }) satisfies z.ZodType<LoadedFile>,
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    from: typedDay(typed, 'from', {
      missing: 'Enter the day from which it is used',
      notBefore: today,
      tooEarly: 'This must be today or later: what was asked before keeps its words',
    }),
  }),
);

const pasted = z.object({ file: words(100_000) });

/** What was pasted, to show how it would read. */
export function pastedFile(body: unknown): string {
  const parsed = parseForm(pasted, body);
  return parsed.ok ? parsed.value.file : '';
}
