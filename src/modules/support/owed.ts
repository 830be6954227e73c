import type { StaffId } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';
import { offerKinds } from './kinds.ts';
import type { OfferState } from './offer.ts';

/** Kinds of which more is kept than what they decided. */
export const owedKinds = offerKinds.filter(({ by }) => by !== null);

/** Where what is owed stands: what we or a contractor say was delivered is not what they confirmed. */
export const owedStands = [
  { value: 'to_do', label: 'To be ordered or delivered' },
  { value: 'to_hear', label: 'Delivered, as we or a contractor say: to hear from them' },
] as const satisfies readonly Choice[];
export type OwedStands = (typeof owedStands)[number]['value'];

export const owedStates: Readonly<Record<OwedStands, readonly OfferState[]>> = {
  to_do: ['accepted', 'approved', 'ordered'],
  to_hear: ['delivered', 'unasked'],
};

export const owedSorts = ['due', 'risk'] as const;

export interface OwedQuery {
  readonly stands: OwedStands | null;
  readonly kind: string | null;
  readonly lead: StaffId | 'me' | null;
  readonly overdue: boolean;
  readonly sort: (typeof owedSorts)[number];
  readonly page: number;
}

export const owedPerPage = 25;
/** What the list, its count and its file go no further than. */
export const mostOwed = 2_000;
