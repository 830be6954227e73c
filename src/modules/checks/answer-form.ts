import { z } from 'zod';
import { choice, versionSeen } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';

/** Whether somebody agrees that a promise was kept, and what they looked at: asked for either answer. */
export const answerForm = z.object({
  _version: versionSeen,
  answer: choice(['agreed', 'not_agreed'], 'Choose whether you agree'),
  why: reason('Say what you looked at, or why you do not agree'),
});
