import { z } from 'zod';

/** What was typed, by field name, exactly as it came: shown again when something is wrong. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;
/** One message a field, in plain words. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly typed: Typed }
  | { readonly ok: false; readonly typed: Typed; readonly errors: FieldErrors };

/** What a form makes of what was typed: a schema over its fields is one; `formGiven` makes others. */
export interface Form<T> {
  safeParse(typed: unknown): z.ZodSafeParseResult<T>;
}

/**
 * A form that has to know more than what was typed: the time, what is on record, whom it offers. Its schema is built
 * once, as its module loads, for building one takes longer than everything else that a request does with it. What is
 * known only then, `read` works into the fields: a day out of three boxes, the words of what is wrong with it, or a
 * field of its own (`known`) that the schema’s checks look into.
 * @param whatever what is wrong across fields, told in the same go whatever else is wrong: a schema’s own checks wait
 * until every field is right by itself
 */
export function formGiven<T, Facts extends readonly unknown[]>(
  schema: z.ZodType<T>,
  read: (typed: Typed, ...facts: Facts) => object,
  whatever: (typed: Typed, ...facts: Facts) => FieldErrors = () => ({}),
): (...facts: Facts) => Form<T> {
  return (...facts) => ({
    safeParse(typed) {
      const result = schema.safeParse(read(typed as Typed, ...facts));
      const more = Object.entries(whatever(typed as Typed, ...facts)).map(
        ([path, message]): z.core.$ZodIssue => ({ code: 'custom', path: [path], message, input: typed }),
      );
      if (more.length === 0) return result;
      const issues = [...(result.error?.issues ?? []), ...more];
      return { success: false, error: new z.ZodError(issues) as z.ZodError<T> };
    },
  });
}

/** What a form of `formGiven` gives. */
export type FormValue<F extends (...facts: never) => Form<unknown>> =
  ReturnType<F> extends Form<infer T> ? T : never;

/** A field that nobody types: what `read` knows, for the schema’s checks. */
export const known = <T>() => z.custom<T>();

/** A form is a zod schema over its fields; checks across fields are `refine`s with a `path`. */
export function parseForm<T>(form: Form<T>, body: unknown): Parsed<T> {
  const typed = typedIn(body);
  const result = form.safeParse(typed);
  if (result.success) return { ok: true, value: result.data, typed };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    errors[field] ??= issue.message;
  }
  return { ok: false, typed, errors };
}

/** Postgres cannot hold a null character, and no person typed one. */
function clean(text: unknown): string {
  return String(text).replaceAll('\u0000', '');
}

/** What came in a form, whatever its fields are. */
export function typedIn(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  );
}

/** A line of text, trimmed; `''` where nothing was typed. */
export function line(most = 200, tooLong = `Use ${most} characters or fewer`) {
  return z.preprocess((value) => first(value).trim(), z.string().max(most, tooLong)).pipe(z.string());
}

/** A line that must be there. `missing` says what to enter. */
export function requiredLine(missing: string, most = 200) {
  return z.preprocess(
    (value) => first(value).trim(),
    z.string().min(1, missing).max(most, `Use ${most} characters or fewer`),
  );
}

/** Somebody's words: kept exactly, line ends made plain. */
export function words(most = 20_000) {
  return z.preprocess(
    (value) => first(value).replaceAll('\r\n', '\n'),
    z.string().max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer`),
  );
}

/** Words that must be there. */
export function requiredWords(missing: string, most = 20_000) {
  return words(most).refine((text) => text.trim() !== '', missing);
}

/** One of a list; `missing` is said for nothing and for anything else. */
export function choice<const T extends string>(values: readonly T[], missing: string) {
  return z.preprocess(
    (value) => first(value),
    z.custom<T>((value) => values.includes(value as T), missing),
  );
}

/** One of a list, or the value for nothing chosen. */
export function optionalChoice<const T extends string, const E extends string>(
  values: readonly T[],
  empty: E,
  wrong = 'Choose one of the answers',
) {
  return z.preprocess(
    (value) => first(value) || empty,
    z.custom<T | E>((value) => value === empty || values.includes(value as T), wrong),
  );
}

/** Any of a list: what is not on it is refused. */
export function choices<const T extends string>(values: readonly T[], wrong = 'Choose from the list') {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value : [first(value)]).filter((each) => each !== ''),
    z.array(z.custom<T>((value) => values.includes(value as T), wrong)),
  );
}

/** One of a list that only the request knows, which `read` holds it against by `onList`. */
export function offered<T extends string>(missing: string) {
  return z.custom<T>((value) => typeof value === 'string' && value !== '', missing);
}

/** The same, or nothing chosen, `''`. */
export function offeredOrNone<T extends string>(wrong = 'Choose one of the answers') {
  return z.custom<T | ''>((value) => typeof value === 'string', wrong);
}

/** What was chosen, where it is on the list or nothing; null: something else. */
export function onList<T extends string>(values: readonly T[], typed: Typed, field: string): T | '' | null {
  const chosen = kept(typed, field);
  return chosen === '' || values.includes(chosen as T) ? (chosen as T | '') : null;
}

/** Any of such a list, which `read` holds them against by `allOnList`. */
export function offeredAny<T extends string>(wrong = 'Choose from the list') {
  return z.custom<readonly T[]>((value) => Array.isArray(value), wrong);
}

/** Those that were chosen; null where one of them is not on the list. */
export function allOnList<T extends string>(
  values: readonly T[],
  typed: Typed,
  field: string,
): readonly T[] | null {
  const chosen = keptAll(typed, field).filter((each) => each !== '');
  return chosen.every((each) => values.includes(each as T)) ? (chosen as T[]) : null;
}

/**
 * The version that whoever acts has seen of what they act on. What no row can have, a missing or an invented one, is
 * the version of nothing: it was changed meanwhile.
 */
export const versionSeen = z.coerce.number().int().min(0).max(2_147_483_647).catch(0);

/** A ticked box. */
export function ticked() {
  return z.preprocess((value) => first(value) !== '', z.boolean());
}

function first(value: unknown): string {
  if (Array.isArray(value)) return first(value[0]);
  return typeof value === 'string' ? value : '';
}

/** The first value typed into a field, to show it again. */
export function kept(typed: Typed, field: string): string {
  return first(typed[field]);
}

/** All values ticked or chosen in a field. */
export function keptAll(typed: Typed, field: string): readonly string[] {
  const value = typed[field];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}
