import type { z } from 'zod';
import { ids } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';

/** A case, and one of its visits or calls. */
export const plannedParams = ids('id', 'planned') as z.ZodType<{
  readonly id: CaseId;
  readonly planned: string;
}>;
