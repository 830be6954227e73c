import { z } from 'zod';
import { choice } from '#kit/forms.ts';
import { pathways } from '../pathways.ts';

/** Which part of the country, taken over whole. */
export const pathwayForm = z.object({
  pathway: choice(
    pathways.map(({ id }) => id),
    'Choose a part of the country',
  ),
});
