import type { PersonName } from '#modules/register/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { PersonId } from '#rules/facts.ts';
import type { CommitmentOf, Pack } from '#rules/pack.ts';
import type { CaseFrame } from '../store/frame.ts';

/** What every page of a case is made from. */
export interface CaseModel extends CaseFrame {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly commitmentOf: CommitmentOf;
  readonly now: Temporal.Instant;
}

export type { FormModel } from '#kit/components/form.ts';

/** The name on the register, or the words by which somebody is described. */
export function nameOf(
  known: readonly PersonName[],
  who: { readonly personId: PersonId | null; readonly describedAs: string },
): string {
  return (
    known.find((person) => person.id === who.personId)?.name ?? (who.describedAs || 'Name not known yet')
  );
}
