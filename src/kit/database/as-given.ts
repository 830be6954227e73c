import type { z } from 'zod';

/** What of a schema's definition is read here; zod gives it no narrower type. */
interface Definition {
  readonly type: string;
  readonly coerce?: boolean;
  readonly [part: string]: unknown;
}

const changing = new Set(['transform', 'pipe', 'default', 'prefault', 'catch', 'codec', 'success']);
const known = new WeakSet<object>();

/**
 * Insists that a row's schema only describes what the driver hands over. Rows are checked in tests and in the
 * demonstration alone: a schema that made something else of them would change them there, and not in service.
 * @throws Error that names the part which changes something
 */
export function insistAsGiven(schema: z.ZodType): void {
  if (known.has(schema)) return;
  const definition = schema.def as unknown as Definition;
  if (changing.has(definition.type) || definition.coerce) {
    throw new Error(`A row is taken as the driver gives it: “${definition.type}” belongs after the reading`);
  }
  for (const part of Object.values(definition).flatMap(partsOf)) insistAsGiven(part);
  known.add(schema);
}

function partsOf(value: unknown): readonly z.ZodType[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('_zod' in value) return [value as z.ZodType];
  return Object.getPrototypeOf(value) === Object.prototype ? Object.values(value).flatMap(partsOf) : [];
}
