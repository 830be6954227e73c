import type { FormState } from '#kit/components/form-state.ts';
import { submission } from '#kit/components/submission.ts';
import type { FieldErrors, Typed } from '#kit/forms.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Hidden, Moment } from '../views/parts.ts';

/** What the forms of this page carry: each its own submission id. */
export function hiddenFor({ csrf }: { readonly csrf: string }): Hidden {
  return (version) => submission(csrf, newId(), version);
}

/** Moments on the clock of the landlord's office. */
export function momentsFor({ services, pack }: Pick<StaffContext, 'services' | 'pack'>): Moment {
  const calendar = services.packs.calendarOf(pack);
  return (instant) => momentInWords(instant, calendar);
}

/** The day it is at the landlord's office. */
export function todayOf({
  now,
  services,
  pack,
}: Pick<StaffContext, 'now' | 'services' | 'pack'>): Temporal.PlainDate {
  return atTheOffice(now, services.packs.calendarOf(pack)).toPlainDate();
}

export function stateOf(typed: Typed, errors: FieldErrors = {}): FormState {
  return { values: typed, errors };
}
