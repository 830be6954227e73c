import type { Basis } from './purposes.ts';

/** Ids and shapes that modules share. Ids are UUIDv7 text; brands keep one kind from standing in for another. */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type OrganisationId = Id<'organisation'>;
export type StaffId = Id<'staff'>;
export type PersonId = Id<'person'>;
export type PropertyId = Id<'property'>;
export type TenancyId = Id<'tenancy'>;
export type DisclosureId = Id<'disclosure'>;
export type CaseId = Id<'case'>;
export type ObligationId = Id<'obligation'>;
export type EventId = Id<'event'>;
export type DraftId = Id<'draft'>;

/**
 * What a person may be in Lintel; one person may be several. `system` is the program itself (sweep and jobs) and is
 * never given to anybody.
 */
export const roles = [
  'administrator',
  'da_manager',
  'da_worker',
  'director',
  'data_protection_officer',
  'colleague',
  'income',
  'lettings',
  'finance',
  'contractor',
] as const;
export type Role = (typeof roles)[number];

/** Roles that see cases: a second factor is required of them before anything else. */
export const caseRoles: readonly Role[] = ['da_manager', 'da_worker'];

/** Who a landlord is in data protection: a council and the like, or a private registered provider. */
export type LandlordIs = 'public-authority' | 'private-provider';

/** The levels of risk, lowest first (domain §3). */
export const riskLevels = ['standard', 'medium', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** A yes, or a no that a page can show, with what it rests on. */
export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string; readonly basis: Basis };

export const allowed: Verdict = { allowed: true };

/** @param basis the purpose, which the landlord's pack maps to a clause of its own; or the Act and section. */
export function refused(reason: string, basis: Basis): Verdict {
  return { allowed: false, reason, basis };
}
