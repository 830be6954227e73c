import { z } from 'zod';
import { choice, words } from '#kit/forms.ts';
import { loweringDecisions } from '../lowering.ts';

/** A second person confirms, or says why not; whoever proposed it takes it back. */
export const loweringForm = z
  .object({
    _version: z.coerce.number().int(),
    decision: choice(loweringDecisions, 'Confirm or decline'),
    why: words(4_000),
  })
  .refine(({ decision, why }) => decision !== 'declined' || why.trim() !== '', {
    path: ['why'],
    message: 'Say why the level should stay as it is',
  });
