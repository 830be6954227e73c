import type { FormState } from '#kit/components/form-state.ts';
import type { Html } from '#kit/html.ts';
import type { PersonName } from '#modules/register/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { PersonId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { CaseFrame } from '../store/frame.ts';

/** What every page of a case is made from. */
export interface CaseModel extends CaseFrame {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** A form with what was typed, and what its hidden fields carry. */
export interface FormModel {
  readonly form: FormState;
  readonly action: string;
  readonly csrf: string;
  readonly submissionId: string;
  readonly version?: number | string | undefined;
  readonly draftUrl?: string | undefined;
  /** Said where a draft was found: its fields are in the form again. */
  readonly draftOffer?: Html | undefined;
}

/** The name on the register, or the words by which somebody is described. */
export function nameOf(
  known: readonly PersonName[],
  who: { readonly personId: PersonId | null; readonly describedAs: string },
): string {
  return (
    known.find((person) => person.id === who.personId)?.name ?? (who.describedAs || 'Name not known yet')
  );
}
