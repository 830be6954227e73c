import { z } from 'zod';

/** Weekly hours as the database keeps them. */
export const windows = z.array(
  z.object({ days: z.array(z.number()).readonly(), from: z.string(), to: z.string() }).readonly(),
);

/** A code of the program's own, which a check of the table or its only writer holds to its list. */
export const code = <T extends string>() => z.string() as unknown as z.ZodType<T>;
