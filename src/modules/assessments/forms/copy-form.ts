import { z } from 'zod';
import {
  choice,
  choices,
  formGiven,
  known,
  line,
  offered,
  onList,
  optionalChoice,
  words,
} from '#kit/forms.ts';
import { mayLeave } from '#modules/chronology/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Pack } from '#rules/pack.ts';
import { copyPurposes, leavable } from '../copy.ts';

/** Whether it may leave is decided as for every export; given the words that it may be printed in. */
export const copyForm = formGiven(
  z
    .object({
      purpose: choice(
        copyPurposes.map(({ value }) => value),
        'Say what it is for',
      ),
      recipient: line(200),
      agreed: optionalChoice(['yes', 'no'], 'not_asked'),
      why: words(2_000),
      words: offered<string>('Choose whose words it is in'),
      leftOut: choices(leavable.map(({ value }) => value)),
      pack: known<Pack>(),
    })
    .superRefine(({ pack, ...wanted }, issues) => {
      const { purpose, recipient, agreed } = wanted;
      const verdict = mayLeave(wanted);
      if (verdict.allowed) return;
      const field = recipient === '' && purpose !== 'file' ? 'recipient' : agreed === 'no' ? 'why' : 'agreed';
      issues.addIssue({ code: 'custom', path: [field], message: because(pack, verdict) });
    })
    .transform(({ pack: _, ...wanted }) => wanted),
  (typed, pack: Pack, versions: readonly string[]) => ({
    ...typed,
    words: onList(versions, typed, 'words'),
    pack,
  }),
);
