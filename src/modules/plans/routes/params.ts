import type { z } from 'zod';
import { ids } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';

/** The id of a case in an address, and of what belongs to its plan. */
export const actionParams = ids('id', 'action') as z.ZodType<{
  readonly id: CaseId;
  readonly action: string;
}>;
export const versionParams = ids('id', 'version') as z.ZodType<{
  readonly id: CaseId;
  readonly version: string;
}>;
export const copyParams = ids('id', 'copy') as z.ZodType<{ readonly id: CaseId; readonly copy: string }>;
