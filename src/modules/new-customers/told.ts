import type { FormValue } from '#kit/forms.ts';
import { type DisclosureValue, nothingElseKnown } from '#modules/disclosures/pure.ts';
import { dateInWords } from '#rules/moment.ts';
import type { handOnForm } from './forms/letting-forms.ts';
import type { Letting } from './store/lettings.ts';

/** What was handed on at a letting, as the team reads whatever it is told. */
export function told(
  typed: FormValue<typeof handOnForm>,
  { movesInOn }: Pick<Letting, 'movesInOn'>,
  receivedAt: Temporal.Instant,
): { readonly value: DisclosureValue; readonly withInterpreter: boolean } {
  const { answers, conflicts, pastOrPresent, withInterpreter } = typed;
  const safe = answers.safeToContact === 'yes';
  const value: DisclosureValue = {
    ...nothingElseKnown,
    ...answers,
    ...{ receivedAt, route: 'new_letting', toldBy: 'person', conflicts },
    // Of a way that is not safe nothing is handed on that somebody might use.
    contactChannel: safe ? answers.contactChannel : '',
    contactValue: safe ? answers.contactValue : '',
    staffInvolved: conflicts.length > 0 ? 'yes' : answers.staffInvolved,
    routeDetails: {
      seen_alone: 'Yes',
      moves_in: dateInWords(movesInOn),
      ...(pastOrPresent !== '' && { past_or_present: pastOrPresent }),
    },
  };
  return { value, withInterpreter };
}
