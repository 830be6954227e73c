import type { ToldChild } from '#modules/case-file/pure.ts';
import type { PropertyId, StaffId } from '#rules/facts.ts';
import type { Relation } from './lists.ts';
import { type Answers, nothingAnswered } from './questions/all.ts';

/** A colleague who is party, relative, neighbour or friend: the wall keeps them out, whatever else they are. */
export interface Conflict {
  readonly staffId: StaffId;
  readonly relation: Relation;
}

/**
 * What was told, as it was told: the answer to each question (`questions/`), and what is no question of one column.
 * Everything that is not known is empty; nothing asks for proof (V3.1).
 */
export interface DisclosureValue extends Answers {
  /** The first moment that anybody in the landlord or its contractors knew (V4.1a); never in the future. */
  readonly receivedAt: Temporal.Instant;
  /** What only one route asks, by the names in `route-questions.ts`. */
  readonly routeDetails: Readonly<Record<string, string>>;
  readonly conflicts: readonly Conflict[];
  /** When somebody was promised a call; null: none was. */
  readonly ringAt: Temporal.Instant | null;
  /** The home of the register in which it was, where whoever reported it found it there. */
  readonly propertyId?: PropertyId | null;
  /** The children who were told of, each by themselves. */
  readonly childrenTold: readonly ToldChild[];
}

/** A disclosure of which only the moment, the route, the teller, the words and the danger are known. */
export const nothingElseKnown: Omit<
  DisclosureValue,
  'receivedAt' | 'route' | 'toldBy' | 'verbatim' | 'immediateDanger'
> = { ...nothingAnswered, routeDetails: {}, conflicts: [], ringAt: null, childrenTold: [] };
