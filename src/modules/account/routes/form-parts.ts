import type { FormState } from '#kit/components/form-state.ts';
import { submission } from '#kit/components/submission.ts';
import type { FieldErrors, Typed } from '#kit/forms.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Hidden, Moment } from '../views/parts.ts';

/** What the forms of this page carry: each its own submission id. */
export function hiddenFor({ csrf }: { readonly csrf: string }): Hidden {
  return (version) => submission(csrf, newId(), version);
}

/** Moments on the clock of the landlord's office. */
export function momentsFor({ calendar }: Pick<StaffContext, 'calendar'>): Moment {
  return (instant) => momentInWords(instant, calendar);
}

export function stateOf(typed: Typed, errors: FieldErrors = {}): FormState {
  return { values: typed, errors };
}
