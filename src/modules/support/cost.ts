import { allowed, refused, type Verdict } from '#rules/facts.ts';
import { pounds } from '#rules/pounds.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/** So many days what one person approves alone in a case adds up: many small orders are one large one. */
export const addsUpDays = 30;

export interface ApprovedBefore {
  readonly id: string;
  readonly steps: readonly {
    readonly step: string;
    readonly struck: boolean;
    readonly happenedOn: Temporal.PlainDate;
    readonly pence: number | null;
    readonly costId: string | null;
  }[];
}

/** What was approved in this case without a second person since that day, for every other offer. */
export function approvedAlone(
  offers: readonly ApprovedBefore[],
  { besides, today }: { readonly besides: string; readonly today: Temporal.PlainDate },
): number {
  const since = today.subtract({ days: addsUpDays });
  return offers
    .filter(({ id }) => id !== besides)
    .map(({ steps }) => steps.findLast(({ step, struck }) => step === 'approved' && !struck))
    .filter((step) => step && step.costId === null && Temporal.PlainDate.compare(step.happenedOn, since) >= 0)
    .reduce((sum, step) => sum + (step?.pence ?? 0), 0);
}

/** @param before in pence, as `approvedAlone` says; @param limit in whole pounds, as the landlord's policy has it */
export function mayApproveAlone(pence: number, before: number, limit: number): Verdict {
  if (before + pence <= limit * 100) return allowed;
  const so =
    before === 0 ? '' : ` ${pounds(before)} was approved in this case within the last ${addsUpDays} days.`;
  return refused(
    `One person approves up to ${pounds(limit * 100)} alone.${so} A manager decides about it.`,
    'records',
  );
}

/** Nobody approves their own. */
export const costKind = {
  approval: 'approved',
  basis: 'records',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody approves what they asked for.',
    changed:
      'The offer has changed since: they decided otherwise, or it is on its way. Ask anew if it is still needed.',
  },
} as const satisfies ProposalKind<'approved'>;
