import type { LandlordIs } from '#rules/facts.ts';
import type { LawStatus } from '#rules/law.ts';
import type { TenancyType } from '#rules/words.ts';
import type { Holder, Relation } from './situation.ts';

/** To which wish an option belongs; some help with both. */
export type Towards = 'stay' | 'leave' | 'both';

/** Who brings it about; nobody else can promise it. */
export type Decider = 'them' | 'us' | 'court' | 'council' | 'police' | 'another-landlord';

/** When an option comes into question. What is left out decides nothing. */
export interface When {
  readonly types?: readonly TenancyType[];
  readonly holders?: readonly Holder[];
  readonly relations?: readonly Relation[];
  /** Only with children, as somebody's parent or carer. */
  readonly children?: true;
  readonly landlord?: LandlordIs;
}

/**
 * One option of `domain.md` §5, by date: what it is, in plain words; what has to hold; what it may bring; on which law
 * it rests. It is listed, never recommended: which one is right they decide, with advice.
 */
export interface HousingOption {
  readonly id: string;
  readonly towards: Towards;
  readonly called: string;
  readonly plain: string;
  readonly by: Decider;
  readonly when: When;
  readonly conditions: readonly string[];
  readonly risks: readonly string[];
  /** The Act and section, or the policy; '' where it rests on none. */
  readonly law: string;
  readonly source: string;
  readonly status: LawStatus;
  /** ISO dates: the first day on which it was open, and the first on which it is not. Null: not yet, or no end. */
  readonly from: string | null;
  readonly to: string | null;
  /** When its law was last looked up; null: nobody has, so it is shown as to be checked. */
  readonly checkedOn: string | null;
  /** Independent legal advice comes first: a step that cannot be taken back, or that a court decides. */
  readonly advice: boolean;
  /** We would act against whoever they fear: nothing of it goes on while the gate of the policy is shut. */
  readonly pastGate: boolean;
}

type Given = Partial<HousingOption> &
  Pick<HousingOption, 'id' | 'towards' | 'called' | 'plain' | 'by' | 'conditions' | 'risks' | 'law'>;

/** Law of long standing, that nobody has looked up again: what differs is said. */
export function option(given: Given): HousingOption {
  return {
    ...{ when: {}, source: '', status: 'in_force', from: '1997-10-01', to: null, checkedOn: null },
    ...{ advice: false, pastGate: false },
    ...given,
  };
}

/** The kinds of tenancy that run from week to week or month to month, which one joint tenant's notice can end. */
export const periodic: readonly TenancyType[] = [
  'assured_periodic',
  'assured_shorthold',
  'starter',
  'secure',
  'introductory',
];
/** For a fixed term: no notice of a tenant ends it before its end, unless it says so. */
export const fixedTerm: readonly TenancyType[] = ['assured_fixed_term', 'flexible'];
/** The tenancies of the Housing Acts. */
export const rented: readonly TenancyType[] = [...periodic, ...fixedTerm];
export const owned: readonly TenancyType[] = ['shared_ownership_lease', 'long_lease'];
/** Those whom the Family Law Act 1996 calls associated (s.62), so that a court can make an order. */
export const associated: readonly Relation[] = ['married', 'was_married', 'couple', 'partner', 'family'];
