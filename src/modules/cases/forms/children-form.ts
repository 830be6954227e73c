import { z } from 'zod';
import { choice } from '#kit/forms.ts';

export const childrenForm = z.object({
  _version: z.coerce.number().int(),
  children: choice(['yes', 'no', 'not_known'], 'Say whether there are children'),
});
