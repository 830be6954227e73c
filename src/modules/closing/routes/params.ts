import type { z } from 'zod';
import { ids } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';

export const pauseParams = ids('id', 'pause') as z.ZodType<{ readonly id: CaseId; readonly pause: string }>;
export const pauseProposalParams = ids('id', 'proposal') as z.ZodType<{
  readonly id: CaseId;
  readonly proposal: string;
}>;
export const closingParams = ids('id', 'closing') as z.ZodType<{
  readonly id: CaseId;
  readonly closing: string;
}>;
