import type { WorkingCalendar } from '#rules/calendar.ts';
import { contactGate, type Gate } from '#rules/gate.ts';
import { firstSafeContact } from './safe-contact.ts';
import type { DisclosureValue } from './value.ts';

type Told = Parameters<typeof firstSafeContact>[0] & Pick<DisclosureValue, 'receivedAt'>;

/**
 * Whether the way that was named in a disclosure may be used now. Once there is a case, what is agreed stands
 * there, and nobody looks for a number here any more (L2.1a).
 * @param ofFeared the register has what was named of somebody who is called as whoever they fear
 */
export function gateOfDisclosure(
  told: Told & { readonly caseId: string | null },
  now: Temporal.Instant,
  calendar: WorkingCalendar,
  ofFeared = false,
): Gate {
  if (told.caseId !== null)
    return {
      open: false,
      reasons: [{ reason: 'What is agreed now stands in the case.', basis: 'safe-contact' }],
    };
  const named = firstSafeContact(told);
  const agreement = named && {
    ...named,
    mayVisit: false,
    windows: [],
    never: [],
    contactPerson: '',
    ofFeared,
    askedAt: told.receivedAt,
    unsureSince: null,
    changedSince: null,
  };
  const channel = named && named.channel !== 'none' ? named.channel : 'phone';
  return contactGate({ agreement, channel, now, calendar });
}
