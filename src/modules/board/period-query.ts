import type { PeriodAsked } from './period.ts';

export type Query = Readonly<Record<string, unknown>>;

/** The period in an address: as a link writes it, or as the form's boxes for day, month and year do. */
export function periodAsked(query: Query): PeriodAsked {
  return { period: text(query.period), from: dateIn(query, 'from'), to: dateIn(query, 'to') };
}

/** What was typed into the boxes, to show it again. */
export function typedDates(query: Query): Readonly<Record<string, string>> {
  const names = ['from', 'to'].flatMap((end) => ['day', 'month', 'year'].map((part) => `${end}-${part}`));
  return Object.fromEntries(names.map((name) => [name, text(query[name]) ?? '']));
}

function dateIn(query: Query, name: 'from' | 'to'): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => text(query[`${name}-${part}`])?.trim());
  if (!day || !month || !year) return text(query[name]);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
