import type { Found, GoesAheadFacts } from '#rules/may-go-ahead.ts';
import type { TenancyEvent } from '#rules/tenancy-events.ts';

interface Checked {
  readonly kind: TenancyEvent;
  /** The newest first. */
  readonly findings: readonly Found[];
}

/** What the gate asks of a change of a tenancy that concerns a case. */
export function goesAheadFacts(
  { kind, findings: [found] }: Checked,
  { immediateDanger }: { readonly immediateDanger: boolean },
): GoesAheadFacts {
  return { kind, inCase: true, danger: immediateDanger, found: found ?? null };
}
