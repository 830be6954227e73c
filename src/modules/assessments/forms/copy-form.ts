import { z } from 'zod';
import { choice, choices, formGiven, known, line, offered, onList } from '#kit/forms.ts';
import { decisionFor, notDecided, type OpenDecision } from '#modules/chronology/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Pack } from '#rules/pack.ts';
import { copyPurposes, leavable } from '../copy.ts';

interface LeavingFacts {
  readonly pack: Pack;
  readonly open: readonly OpenDecision[];
}

/** Whether it may leave is decided as for everything that does; given the words that it may be printed in. */
export const copyForm = formGiven(
  z
    .object({
      purpose: choice(
        copyPurposes.map(({ value }) => value),
        'Say what it is for',
      ),
      recipient: line(200),
      words: offered<string>('Choose whose words it is in'),
      leftOut: choices(leavable.map(({ value }) => value)),
      facts: known<LeavingFacts>(),
    })
    .superRefine(({ facts: { pack, open }, ...wanted }, issues) => {
      if (wanted.purpose === 'file' || decisionFor(wanted, open) !== null) return;
      issues.addIssue({ code: 'custom', path: ['recipient'], message: because(pack, notDecided) });
    })
    .transform(({ facts: { open }, ...wanted }) => {
      const decision = decisionFor(wanted, open);
      // To others go the answers that were decided: what was said beside them, and by whom, is no part of that.
      const leftOut = decision ? leavable.map(({ value }) => value) : wanted.leftOut;
      return { ...wanted, decision, leftOut, recipient: decision?.recipient ?? '' };
    }),
  (typed, versions: readonly string[], facts: LeavingFacts) => ({
    ...typed,
    words: onList(versions, typed, 'words'),
    facts,
  }),
);
