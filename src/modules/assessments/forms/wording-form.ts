import { z } from 'zod';
import { parseForm, requiredWords, type Typed, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { newestOf } from '../instruments/catalogue.ts';
import { type Instrument, type InstrumentId, instrumentIds, itemsOf } from '../instruments/instrument.ts';
import type { Wording } from '../instruments/wording.ts';

const text = (most: number) =>
  z
    .string('is missing, or is no text')
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`);

/** An authorised wording as a file: the same items under the same numbers, and only the words are others. */
const wordingFile = z
  .strictObject(
    {
      instrument: z.enum(instrumentIds, `must be one of ${instrumentIds.join(', ')}`),
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
    'must be an object with instrument, version, name, attribution and items',
  )
  .superRefine(({ instrument, items }, context) => {
    for (const message of wrongItems(
      newestOf(instrument),
      items.map(({ id }) => id),
    ))
      context.addIssue({ code: 'custom', path: ['items'], message });
  });

export type WordingRead =
  | { readonly ok: true; readonly wording: Wording }
  /** What is wrong, each in words that say where. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of a file; what is wrong with it is said so that whoever wrote it can put it right. */
export function readWording(file: string): WordingRead {
  let read: unknown;
  try {
    read = JSON.parse(file);
  } catch (error) {
    return { ok: false, problems: [`This is not JSON: ${(error as Error).message}`] };
  }
  const result = wordingFile.safeParse(read);
  if (result.success) return { ok: true, wording: result.data };
  return { ok: false, problems: result.error.issues.map((issue) => inWords(issue, read)) };
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
  if (first !== 'items' || index === undefined)
    return first === 'items' ? capital(message) : `${capital(String(first))} ${message}`;
  const items = (read as { readonly items?: readonly { readonly id?: unknown }[] }).items;
  const id = items?.[Number(index)]?.id;
  const place = typeof id === 'string' && id ? `Item ${id}` : `Entry ${Number(index) + 1} of items`;
  return `${[place, ...rest.map(String)].join(', ')}: ${message}`;
}

function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

export interface LoadedFile {
  readonly wording: Wording;
  readonly effectiveFrom: Temporal.PlainDate;
}

/** The file, pasted, and the day from which it is used; assessments that are there keep theirs. */
export function wordingForm(today: Temporal.PlainDate): z.ZodType<LoadedFile> {
  return z
    .preprocess(
      (typed) => ({
        ...(typed as Typed),
        from: typedDay(typed as Typed, 'from', {
          missing: 'Enter the day from which it is used',
          notBefore: today,
          tooEarly: 'This must be today or later: what was asked before keeps its words',
        }),
      }),
      z.object({ file: requiredWords('Paste the contents of the file', 100_000), from: day }),
    )
    .transform(({ file, from }, context): LoadedFile => {
      const read = readWording(file);
      if (read.ok) return { wording: read.wording, effectiveFrom: from };
      context.addIssue({
        code: 'custom',
        path: ['file'],
        message: `Put right: ${read.problems.slice(0, 5).join('; ')}`,
      });
      return z.NEVER;
    });
}

/** What was pasted, to show how it would read. */
export function pastedFile(body: unknown): string {
  const parsed = parseForm(z.object({ file: words(100_000) }), body);
  return parsed.ok ? parsed.value.file : '';
}

export const isInstrument = (id: string): id is InstrumentId => instrumentIds.some((each) => each === id);
