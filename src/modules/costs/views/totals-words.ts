import { gainKinds } from '#modules/money/pure.ts';
import { kindOf } from '#modules/support/pure.ts';
import { labelOf } from '#rules/words.ts';
import { avoidedKinds } from '../avoided.ts';
import { costKinds } from '../kinds.ts';
import type { Cut } from '../store/totals.ts';

/** To the nearest fifty pounds: what one order cost cannot be read from two months that follow each other. */
export function about(pence: number): string {
  return `£${(Math.round(pence / 5_000) * 50).toLocaleString('en-GB')}`;
}

/** Null: fewer than five cases had any of it. */
export function aboutOrFew(pence: number | null): string {
  return pence === null ? 'Fewer than 5 cases' : about(pence);
}

export function hours(quarters: number): string {
  return quarters === 0 ? 'fewer than 5' : `about ${Math.round(quarters / 4).toLocaleString('en-GB')}`;
}

const together = 'Others together';

export const supportName = (kind: string) =>
  kind === 'together' ? 'Other kinds together' : kindOf(kind).label;
export const gainName = (kind: string) =>
  kind === 'together' ? 'Other kinds together' : labelOf(gainKinds, kind);
export const avoidedName = (kind: string) =>
  kind === 'together' ? 'Other kinds together' : labelOf(avoidedKinds, kind);

const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const names: Readonly<Record<Cut, (name: string) => string>> = {
  kind(name) {
    if (name === 'time') return 'Our time';
    if (name.startsWith('help.')) return supportName(name.slice('help.'.length));
    return labelOf(costKinds, name.replace(/^cost\./, ''));
  },
  month: (name) => months.format(new Date(`${name}-01T00:00:00Z`)),
  area: (name) => (name === '' ? 'No home is on record' : name),
  role: (name) => (name === 'da_manager' ? 'Managers of the team' : 'Workers of the team'),
};

export function cutName(by: Cut, name: string): string {
  return name === 'together' ? together : names[by](name);
}
