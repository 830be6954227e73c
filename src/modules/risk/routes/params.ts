import { z } from 'zod';
import { ids } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';
import { instrumentIds } from '../instruments/instrument.ts';

/** What belongs to a case, in an address. */
export const assessmentParams = ids('id', 'assessment') as z.ZodType<{
  readonly id: CaseId;
  readonly assessment: string;
}>;
export const receivedParams = ids('id', 'received') as z.ZodType<{
  readonly id: CaseId;
  readonly received: string;
}>;

/** An instrument by its name; another name is nowhere. */
export const instrumentParams = z.object({ instrument: z.enum(instrumentIds) });
