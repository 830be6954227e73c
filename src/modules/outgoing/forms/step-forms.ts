import { z } from 'zod';
import { choice, ticked } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';

/** Why nobody sends it any more. */
export const withdrawalForm = z.object({ why: reason('Say why it is not sent any more') });

/** Somebody has opened the door, and asks whether it may leave. */
export const askingForm = z.object({});

/** Each of the others was shown. */
export const meantForm = z.object({ why: reason('Say why it cannot wait') });

/** Both were read, side by side. */
export const readingForm = z.object({
  read: ticked().refine((yes) => yes, 'Read both, and say that this message does none of it'),
});

export const doubtAnswers = [
  {
    value: 'arrived',
    label: 'It left',
    hint: 'They said so, or the service did. Nobody sends it again',
  },
  {
    value: 'again',
    label: 'Send it again',
    hint: 'It may come twice. Only where that gives nothing away. Whether it may leave is decided anew',
  },
  { value: 'not', label: 'Leave it', hint: 'Nobody sends it again. Reach them in another agreed way' },
] as const;

/** Nobody knows whether it left. */
export const doubtForm = z.object({
  answer: choice(
    doubtAnswers.map(({ value }) => value),
    'Say what becomes of it',
  ),
  why: reason('Say how you know, or why'),
});

/** It did not arrive, or something came back. */
export const dealingForm = z.object({ done: reason('Say what you did about it') });
