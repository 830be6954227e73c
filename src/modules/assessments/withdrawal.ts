import { dateInWords } from '#rules/moment.ts';

/** That a landlord does not ask with an instrument any more: from which day on, why, and who said so. */
export interface Withdrawal {
  /** `2026-12-01` */
  readonly from: string;
  readonly reason: string;
  readonly byName: string | null;
}

interface Loaded {
  readonly effectiveFrom: Temporal.PlainDate;
  /** The first withdrawal since it was loaded; null: none. */
  readonly withdrawal: Withdrawal | null;
}

/** Is it to be asked with on that day? Whatever was loaded after a withdrawal is. */
export function offeredOn({ effectiveFrom, withdrawal }: Loaded, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(effectiveFrom, day) <= 0 && !withdrawnOn(withdrawal, day);
}

export function withdrawnOn(withdrawal: Withdrawal | null, day: Temporal.PlainDate): boolean {
  return (
    withdrawal !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(withdrawal.from), day) <= 0
  );
}

/** "Not offered from 1 December 2026 on, by Ada Keel: our licence ends." */
export function withdrawalInWords({ from, reason, byName }: Withdrawal): string {
  const ended = /[.!?]$/.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`;
  return `Not offered from ${dateInWords(Temporal.PlainDate.from(from))} on, by ${byName ?? 'Lintel'}: ${ended}`;
}
