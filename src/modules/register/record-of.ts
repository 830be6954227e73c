import type { PersonId, PropertyId } from '#rules/facts.ts';
import type { Link } from './matches.ts';
import type { PersonSummary, PropertySummary, TenancySummary } from './summary.ts';

/** Everything that the register says of one person, as their page shows it. */
export interface PersonRecord extends PersonSummary {
  readonly givenName: string;
  readonly familyName: string;
  readonly alsoKnownAs: readonly string[];
  /** Masked, for everybody alike: how to reach somebody safely is for their case to say. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly version: number;
  readonly homes: readonly Residence[];
  readonly tenancies: readonly TenancySummary[];
  /** The others who live now where this person lives now. */
  readonly household: readonly Occupant[];
  readonly links: readonly Link[];
}

export interface Residence {
  readonly propertyId: PropertyId;
  readonly address: string;
  readonly relation: string;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
}

export interface Occupant {
  readonly id: PersonId;
  readonly name: string;
  readonly dateOfBirth: Temporal.PlainDate | null;
  readonly relation: string;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
}

export interface HomeRecord extends PropertySummary {
  readonly tenancies: readonly TenancySummary[];
  /** Those who live there now, then those who did. */
  readonly occupants: readonly Occupant[];
}
