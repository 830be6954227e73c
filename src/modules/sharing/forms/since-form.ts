import { z } from 'zod';
import { choice } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';

/** What somebody found who looked whether it repeats what was held back. */
export const doubtAnswers = [
  {
    value: 'nothing',
    label: 'Nothing in it repeats what was held back',
    hint: 'What was decided goes on: a link opens again, and a file can be taken',
  },
  {
    value: 'repeats',
    label: 'It repeats it, or it may',
    hint: 'Nothing more goes by this decision. What they have read stays with them: tell whoever sent it',
  },
] as const;

export const doubtForm = z.object({
  found: choice(
    doubtAnswers.map(({ value }) => value),
    'Say whether it repeats what was held back',
  ),
  why: reason('Say what you looked at, and what you found', 2_000),
});

export const correctionForm = z.object({ why: reason('Say why they need not have it', 2_000) });
