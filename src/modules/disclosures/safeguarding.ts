import { childInWords } from '#modules/case-file/pure.ts';
import type { ReferralKind, SaidOfReferral } from '#modules/safeguarding/pure.ts';
import { childrenOf } from './children.ts';
import type { AdultSafeguarding, TriageDecision } from './triage-form.ts';
import type { DisclosureValue } from './value.ts';

export interface Promised {
  readonly kind: ReferralKind;
  readonly about: string;
}

type Told = Pick<
  DisclosureValue,
  'personName' | 'personAge' | 'safeguardingToday' | 'children' | 'childrenDetails' | 'childrenTold'
>;

/** What whoever was told said would be made today. */
export function referralsPromised(told: Told): readonly Promised[] {
  return told.safeguardingToday.map((kind) => ({ kind, about: aboutWhom(kind, told) }));
}

/**
 * What triage decided, for a child and for an adult at risk. A referral that is said to have been made already is owed
 * too, until it is written down to whom, how and when: ticking one box keeps nothing (V3.6, L2.5).
 * `whyNot`: the reason for which none is made, which a second person decides; else null.
 */
export function referralsToPromise(
  decision: Pick<
    TriageDecision,
    'safeguarding' | 'safeguardingWhy' | 'adultSafeguarding' | 'adultSafeguardingWhy' | 'children'
  >,
  told: Told,
): readonly (Promised & { readonly said: SaidOfReferral; readonly whyNot: string | null })[] {
  const { safeguarding, safeguardingWhy, adultSafeguarding, adultSafeguardingWhy } = decision;
  const known = decision.children ? { ...told, childrenTold: decision.children, childrenDetails: '' } : told;
  return [
    ...decided('child', safeguarding, safeguardingWhy, known),
    ...decided('adult', adultSafeguarding, adultSafeguardingWhy, known),
  ];
}

function decided(kind: ReferralKind, answer: string, why: string, told: Told) {
  const about = aboutWhom(kind, told);
  if (answer === 'refer_today' || answer === 'referred')
    return [{ kind, about, said: answer, whyNot: null }] as const;
  return answer === 'not_referred' ? ([{ kind, about, said: answer, whyNot: why }] as const) : [];
}

function aboutWhom(kind: ReferralKind, told: Told): string {
  const { personName, personAge } = told;
  const name = personName || 'the person at risk';
  if (kind === 'adult') return name;
  const young = personAge === 'under_16' || personAge === 'aged_16_17';
  if (young) return name;
  const children = childrenOf(told).map(childInWords).join('; ');
  return children.slice(0, 300) || 'the children that we were told of';
}

/** What a case then knows of adults at risk; null: nobody was asked, and the case asks. */
export function adultsAtRisk(answer: AdultSafeguarding): 'yes' | 'no' | 'not_known' | null {
  if (answer === 'not_asked') return null;
  if (answer === 'nobody') return 'no';
  return answer === 'not_known' ? 'not_known' : 'yes';
}
