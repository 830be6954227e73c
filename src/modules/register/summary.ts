import type { PersonId, PropertyId, TenancyId } from '#rules/facts.ts';

/** Enough to tell one person from another; never how to reach them: that is a case's safe contact to say. */
export interface PersonSummary {
  readonly id: PersonId;
  /** Given name, then family name. */
  readonly name: string;
  readonly dateOfBirth: Temporal.PlainDate | null;
  /** The landlord's own; null for somebody whom the landlord's system does not know. */
  readonly reference: string | null;
  /** First line and postcode of the home in which the register has them living now. */
  readonly address: string | null;
}

export interface PropertySummary {
  readonly id: PropertyId;
  readonly reference: string;
  readonly uprn: string | null;
  readonly addressLines: readonly string[];
  readonly postcode: string;
  readonly localAuthority: string;
  /** First line and postcode. */
  readonly address: string;
}

/** On what terms a home is held. */
export interface TenancyTerms {
  /** One of `tenures` of `rules/words.ts`. */
  readonly tenure: string;
  /** One of `tenancyTypes` of `rules/words.ts`. */
  readonly tenancyType: string;
  /** More than one tenant now. */
  readonly joint: boolean;
}

export interface TenancySummary extends TenancyTerms {
  readonly id: TenancyId;
  readonly reference: string;
  readonly propertyId: PropertyId;
  readonly address: string;
  readonly startedOn: Temporal.PlainDate | null;
  readonly endedOn: Temporal.PlainDate | null;
  /** Those who hold it now, by name. */
  readonly tenants: readonly { readonly id: PersonId; readonly name: string }[];
}

/** "1 Mill Lane, EX1 2AB": first line and postcode. */
export function shortAddress(addressLines: readonly string[], postcode: string): string {
  return [...addressLines.slice(0, 1), postcode].join(', ');
}
