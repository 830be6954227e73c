import { Fault } from '#kit/http/errors.ts';
import type { Consent, ConsentMoment } from '#rules/consent.ts';
import { type LandlordIs, refused, type StaffId } from '#rules/facts.ts';
import { repeats } from '#rules/handling.ts';
import { mayShare, type ShareGate } from '#rules/may-share.ts';
import type { Share } from './store/shares.ts';

/** What the gate asks of the case beside the decision itself. */
export interface AroundShare {
  readonly consents: readonly Consent[];
  readonly moment: ConsentMoment;
  readonly landlord: LandlordIs | null;
  readonly danger: boolean;
  readonly closed: boolean;
  readonly inConflict: readonly StaffId[];
  /** The entries that may reach an agency now, by the one rule of everything that leaves. */
  readonly entriesThatMay: ReadonlySet<string>;
  /** What stands in those that may not: nobody’s own words take it along. */
  readonly heldTexts: readonly string[];
}

/** May it leave now? Of what was chosen, whatever may not go any more shuts it. */
export function gateOf(share: Share, around: AroundShare): ShareGate {
  const { entriesThatMay, heldTexts, ...facts } = around;
  const heldEntries = share.entries.filter((entry) => !entriesThatMay.has(entry)).length;
  const repeated = [share.words, ...share.planSaid].filter((said) => repeats(said, heldTexts)).length;
  return mayShare(
    {
      ...share,
      safeguards: share.referralId !== null,
      ground: share.basis === '' ? null : { basis: share.basis, condition: share.condition },
    },
    {
      ...facts,
      recipientEndedAt: share.recipientEndedAt,
      second: share.second && { decision: share.second.decision, by: share.second.by },
      mayNotLeave: heldEntries + repeated,
      inDoubt: share.inDoubt,
    },
  );
}

/** Throws the first reason why it may not leave now, with what it rests on. */
export function insistOpen(gate: ShareGate): Extract<ShareGate, { readonly open: true }> {
  if (gate.open) return gate;
  const [{ reason, basis }] = gate.reasons;
  throw new Fault('refused', refused(reason, basis));
}
