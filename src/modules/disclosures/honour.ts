import type { TriageDecision } from './triage-form.ts';
import type { DisclosureValue } from './value.ts';

type Told = Pick<DisclosureValue, 'abuseTypes' | 'indicators' | 'honour'>;

/** Kinds of abuse that specialists know as forms of it, or as signs. */
const kinds: Told['abuseTypes'] = ['honour_based', 'forced_marriage', 'fgm'];

/** Does anything that was told, noticed or found at triage suggest so-called honour? Any suggestion counts (L1.4b). */
export function suggestsHonour(told: Told, { honour }: Pick<TriageDecision['facts'], 'honour'>): boolean {
  return (
    honour === 'yes' ||
    told.honour === 'yes' ||
    told.indicators.includes('honour') ||
    told.abuseTypes.some((kind) => kinds.includes(kind))
  );
}
