import { z } from 'zod';
import { line } from '#kit/forms.ts';
import { entryKinds, entrySources } from '../entry.ts';
import { audienceFilters, childrenFilters, type EntryFilter, marks, type Order } from '../entry-filter.ts';

/** What a chronology is asked for, as it stands in an address; '' for what does not matter. Words never stand there. */
export interface ChronologyQuery {
  readonly kind: string;
  readonly source: string;
  readonly about: string;
  /** ISO dates, both days included. */
  readonly from: string;
  readonly to: string;
  /** A minute on the clock of the office’s wall, `2026-11-18T10:00`. */
  readonly asAt: string;
  readonly children: string;
  readonly mark: string;
  readonly audience: string;
  readonly order: Order;
  readonly page: number;
}

const oneOf = (choices: readonly { readonly value: string }[]) =>
  z
    .enum(['', ...choices.map(({ value }) => value)])
    .catch('')
    .default('');
const day = z.iso.date().catch('').default('');
const minute = z.iso.datetime({ local: true, precision: -1 }).catch('').default('');

/** Whatever is not understood is as if it had not been said. */
export const chronologyQuery = z.object({
  kind: oneOf(entryKinds),
  source: oneOf(entrySources),
  about: z
    .union([z.literal('case'), z.uuid()])
    .catch('' as 'case')
    .default('' as 'case'),
  from: day,
  to: day,
  asAt: minute,
  children: oneOf(childrenFilters),
  mark: oneOf(marks),
  audience: oneOf(audienceFilters),
  order: z.enum(['newest', 'oldest']).catch('newest').default('newest'),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
}) as unknown as z.ZodType<ChronologyQuery>;

/** The same, sent in a body with the words that are looked for. */
export const chronologySearch = chronologyQuery.and(z.object({ text: line(100).catch('') })) as z.ZodType<
  ChronologyQuery & { readonly text: string }
>;

/** What narrows the list, for its form and its addresses; what goes without saying is not said. */
export function said(
  query: ChronologyQuery,
  change: Partial<ChronologyQuery> = {},
): Readonly<Record<string, string>> {
  const { order, page, ...filter } = { ...query, page: 1, ...change };
  return {
    ...Object.fromEntries(names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))),
    ...(order !== 'newest' && { order }),
    ...(page > 1 && { page: String(page) }),
  };
}

const names = ['kind', 'source', 'about', 'from', 'to', 'asAt', 'children', 'mark', 'audience'] as const;

export function chronologyHref(path: string, query: ChronologyQuery, change: Partial<ChronologyQuery> = {}) {
  const text = new URLSearchParams(said(query, change)).toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Whether more is asked than everything, and more than a kind: then the form shows all its fields. */
export function narrowed(query: ChronologyQuery): boolean {
  return names.some((name) => name !== 'kind' && query[name] !== '') || query.order !== 'newest';
}

/** Days and minutes as moments: the last day and the last minute count whole. */
export function filterOf(query: ChronologyQuery, timeZone: string, text = ''): EntryFilter {
  const { kind, source, about, from, to, asAt, children, mark, audience } = query;
  const given = { kind, source, about, children, mark, audience };
  const chosen = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value || null]));
  return {
    ...chosen,
    from: startOf(from, timeZone),
    before: to === '' ? null : startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), timeZone),
    asAt:
      asAt === ''
        ? null
        : Temporal.PlainDateTime.from(asAt).toZonedDateTime(timeZone).add({ seconds: 59 }).toInstant(),
    text,
  };
}

function startOf(date: string, timeZone: string): Temporal.Instant | null {
  return date === '' ? null : Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant();
}
