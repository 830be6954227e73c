import type { z } from 'zod';
import { ids } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';

export const proposalParams = ids('id', 'proposal') as z.ZodType<{
  readonly id: CaseId;
  readonly proposal: string;
}>;
export const dateParams = ids('id', 'date') as z.ZodType<{ readonly id: CaseId; readonly date: string }>;
export const areaParams = ids('area');
