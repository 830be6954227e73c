import type { z } from 'zod';
import { ids } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';

/** The id of a case in an address, and of what belongs to it. */
export const caseParams = ids('id') as z.ZodType<{ readonly id: CaseId }>;
export const personParams = ids('id', 'person') as z.ZodType<{
  readonly id: CaseId;
  readonly person: string;
}>;
export const entryParams = ids('id', 'entry') as z.ZodType<{ readonly id: CaseId; readonly entry: string }>;
export const grantParams = ids('id', 'grant') as z.ZodType<{ readonly id: CaseId; readonly grant: string }>;
export const conflictParams = ids('id', 'conflict') as z.ZodType<{
  readonly id: CaseId;
  readonly conflict: string;
}>;
export const planParams = ids('plan') as z.ZodType<{ readonly plan: string }>;
