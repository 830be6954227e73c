import type { z } from 'zod';
import { ids } from '#kit/http/route.ts';

export const taskParams = ids('task') as z.ZodType<{ readonly task: string }>;
export const reassignmentParams = ids('reassignment') as z.ZodType<{ readonly reassignment: string }>;
