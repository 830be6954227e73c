import type { Choice } from '#rules/words.ts';

/** How somebody learnt of it. */
export type DangerHow = 'disclosure' | 'contact' | 'assessment' | 'reopened' | 'colleague' | 'partner';

export const dangerHows: readonly Choice<DangerHow>[] = [
  { value: 'contact', label: 'In a call, a visit or another contact' },
  { value: 'assessment', label: 'While the risk was assessed' },
  { value: 'reopened', label: 'When the case was opened again' },
  { value: 'partner', label: 'From the police or a partner' },
  { value: 'colleague', label: 'From a colleague or contractor' },
  { value: 'disclosure', label: 'From what somebody told us' },
];

/** A danger, and what was done about it once somebody wrote that down. */
export interface Danger {
  readonly id: string;
  readonly disclosureId: string | null;
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly how: DangerHow;
  readonly said: string;
  readonly raisedAt: Temporal.Instant;
  readonly outOfHours: boolean;
  readonly onCall: readonly string[];
  /** When it was last handed over to whoever was on call, because it still stood as the office closed. */
  readonly handedOverAt: Temporal.Instant | null;
  /** Whom, by name; nobody where nobody on call could be told, and the managers were. */
  readonly handedOverTo: readonly string[];
  readonly dealtAt: Temporal.Instant | null;
  readonly done: string | null;
  readonly doneBy: string | null;
  readonly dealtByName: string | null;
  readonly dealtRecordedAt: Temporal.Instant | null;
  /** What was said to be done as it was told, and by whom it was written down: it takes no mark away. */
  readonly doneAsTold: string | null;
  readonly doneAsToldByName: string | null;
}

/** Who must hear of it, besides those who read what was told: whoever is on call, and managers if none could. */
export type Alert = 'office' | 'on_call' | 'nobody_on_call';

export function alertOf(outOfHours: boolean, onCall: readonly string[]): Alert {
  if (!outOfHours) return 'office';
  return onCall.length > 0 ? 'on_call' : 'nobody_on_call';
}

/** What was done, by whom and when. */
export interface Dealing {
  readonly at: Temporal.Instant;
  readonly done: string;
  readonly doneBy: string;
}
