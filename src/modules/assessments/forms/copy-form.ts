import { z } from 'zod';
import { choice, choices, line, optionalChoice, words } from '#kit/forms.ts';
import { mayLeave } from '#modules/chronology/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Pack } from '#rules/pack.ts';
import { copyPurposes, leavable } from '../copy.ts';

/** Whether it may leave is decided as for every export. @param versions the words that it may be printed in */
export function copyForm(pack: Pack, versions: readonly string[]) {
  return z
    .object({
      purpose: choice(
        copyPurposes.map(({ value }) => value),
        'Say what it is for',
      ),
      recipient: line(200),
      agreed: optionalChoice(['yes', 'no'], 'not_asked'),
      why: words(2_000),
      words: choice(versions, 'Choose whose words it is in'),
      leftOut: choices(leavable.map(({ value }) => value)),
    })
    .superRefine((wanted, issues) => {
      const { purpose, recipient, agreed } = wanted;
      const verdict = mayLeave(wanted);
      if (verdict.allowed) return;
      const field = recipient === '' && purpose !== 'file' ? 'recipient' : agreed === 'no' ? 'why' : 'agreed';
      issues.addIssue({ code: 'custom', path: [field], message: because(pack, verdict) });
    });
}
