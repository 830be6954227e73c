import type { Choice } from '#rules/words.ts';
import type { Questions } from './questions.ts';

/** Who brings it about. `works`: a contractor in the home, by an order of Home security. */
export type Deliverer = 'us' | 'agency' | 'supplier' | 'stock' | 'works';

/**
 * Something that can be offered. Which clauses promise it, and by when it is owed, the landlord’s policy says: its
 * measures name the kinds that they are about.
 */
export interface OfferKind extends Choice {
  /** Under which heading of the list of kinds it stands. */
  readonly group: 'People' | 'Things and money' | 'Security of the home' | 'Home and tenancy' | 'Other';
  /** Null: only what they decided is kept here; what follows has a page of its own, or none yet. */
  readonly by: Deliverer | null;
  /** Asked once they would like it: few, and only what whoever brings it about has to know. */
  readonly asks?: Questions;
  /** Another organisation learns who they are: only as they agreed, or by a decision about sharing that stands. */
  readonly consent?: true;
  /** It may cost money, so that somebody approves how much. */
  readonly cost?: true;
  /** Somebody carries it to a place: an address is given only as they agreed. */
  readonly carried?: true;
  /** So many days after it was delivered they are asked whether it came, and whether it is right. */
  readonly followUpDays?: number;
  /** Once they confirmed it somebody looks at it again: so many months after that, and then every so many. */
  readonly looks?: { readonly months: readonly number[]; readonly every: number };
  /** Lent out of stock: after so many days somebody tests it again. */
  readonly testDays?: number;
  /** Offered under this name before, and told apart more finely since. */
  readonly retired?: true;
}
