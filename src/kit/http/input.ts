import type { z } from 'zod';
import { Fault, type FaultCode } from './errors.ts';

/** Path and query by their schema; without one, what came is ignored and `{}` returned. */
export function demand<T>(schema: z.ZodType<T> | undefined, input: unknown, otherwise: FaultCode): T {
  if (!schema) return {} as T;
  const result = schema.safeParse(input);
  if (!result.success) throw new Fault(otherwise);
  return result.data;
}
