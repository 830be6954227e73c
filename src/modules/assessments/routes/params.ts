import { z } from 'zod';
import { ids } from '#kit/http/route.ts';
import type { CaseId } from '#rules/facts.ts';
import { type InstrumentId, idOfNumber } from '../instruments/instrument.ts';

/** What belongs to a case, in an address. */
export const assessmentParams = ids('id', 'assessment') as z.ZodType<{
  readonly id: CaseId;
  readonly assessment: string;
}>;
export const receivedParams = ids('id', 'received') as z.ZodType<{
  readonly id: CaseId;
  readonly received: string;
}>;

/** An instrument by its number in an address; another number is nowhere. */
export const instrumentNumber = z.string().transform((number, context): InstrumentId => {
  const id = idOfNumber(number);
  if (id) return id;
  context.addIssue({ code: 'custom', message: 'No such instrument' });
  return z.NEVER;
});

export const instrumentParams = z.object({ instrument: instrumentNumber });
