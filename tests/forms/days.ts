/** Forms are filled in on 18 November 2026. A day is past, or to come: a word of its name says which. */
const toCome = /due|review|again|look|next|start|until|end|first|last|from|reviewOn|askAgain|^(?:on|ring)$/i;

/** The name of the day that this box is a part of: `due` for `due-month`. */
export function dateOf(field: string): string | null {
  return /^(.+)-(?:day|month|year|time)$/.exec(field)?.[1] ?? null;
}

/** A day that no other field of the form has. @param index how many days there are already */
export function dayFor(name: string, index: number): string {
  return toCome.test(name) ? `2026-12-0${index + 2}` : `2026-11-${String(12 + index)}`;
}

export function partOf(field: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (field.endsWith('-day')) return date;
  if (field.endsWith('-month')) return month;
  return field.endsWith('-year') ? year : '10:30';
}
