import { allowed, refused, type Verdict } from '#rules/facts.ts';
import { mayDecide, type ProposalKind } from '#rules/proposal.ts';

/** What is shared without their agreement: never by one person alone (V3.2, L2.8). */
export const secondKind = {
  approval: 'approved',
  basis: 'sharing',
  withdrawnBy: 'nobody',
  says: { own: 'Somebody else decides: nobody shares alone what they have not agreed to.' },
} as const satisfies ProposalKind<'approved'>;

interface Looked {
  readonly second: Parameters<typeof mayDecide>[1] | null;
  readonly sentInDangerByMe: boolean;
}

/** Nobody looks afterwards at what they sent themselves, whoever decided it. */
export function notTheSender({ sentInDangerByMe }: Pick<Looked, 'sentInDangerByMe'>): Verdict {
  if (!sentInDangerByMe) return allowed;
  const why = 'You sent it yourself, because somebody was in danger. Somebody else looks at it.';
  return refused(why, 'sharing');
}

/** Null where nobody is asked, or one has decided. */
export function mayDecideSecond(share: Looked, deciding: Parameters<typeof mayDecide>[2]): Verdict | null {
  if (share.second?.decision !== null) return null;
  const sender = notTheSender(share);
  return sender.allowed ? mayDecide(secondKind, share.second, deciding) : sender;
}
