import type { CaseId, DisclosureId } from '#rules/facts.ts';

/** One promise of the clause that this viewer may look into. */
export interface OpenPromise {
  readonly commitment: string;
  readonly caseId: CaseId | null;
  readonly caseReference: string | null;
  readonly disclosureId: DisclosureId | null;
  readonly disclosureReference: string | null;
  readonly dueAt: Temporal.Instant;
  readonly outcome: 'breached' | null;
  readonly fulfilledAt: Temporal.Instant | null;
}

/** Where it leads: its case or, while it has none, triage. */
export function promiseLink(promise: OpenPromise): { readonly href: string; readonly text: string } {
  if (promise.caseId !== null)
    return { href: `/cases/${promise.caseId}`, text: promise.caseReference ?? 'Open' };
  return { href: `/disclosures/${promise.disclosureId}`, text: promise.disclosureReference ?? 'Open' };
}
