import { z } from 'zod';
import { requiredLine } from '#kit/forms.ts';

export const findForm = z.object({
  q: requiredLine('Type a name, an address, a phone number or a reference', 200),
});
