import { z } from 'zod';
import { choice, versionSeen, words } from './forms.ts';
import { isReason, saidTooLittle } from './real-reason.ts';

/** How somebody decides what another proposed, and the version that they saw; a no says why, in a sentence. */
export function decisionForm<const D extends string>(
  decisions: readonly D[],
  says: { readonly choose: string; readonly whyNot: string },
) {
  return z
    .object({
      _version: versionSeen,
      decision: choice(decisions, says.choose),
      why: words(4_000),
    })
    .refine(({ decision, why }) => decision !== 'declined' || why.trim() !== '', {
      path: ['why'],
      message: says.whyNot,
    })
    .refine(({ decision, why }) => decision !== 'declined' || why.trim() === '' || isReason(why), {
      path: ['why'],
      message: saidTooLittle,
    });
}

/** Taking back what was proposed: the version that was seen, and nothing else. */
export const withdrawalForm = z.object({ _version: versionSeen });
