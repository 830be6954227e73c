import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { id, instant, plainDate } from '../sql.ts';
import { insistAsGiven } from './as-given.ts';

test('a row is taken as the driver gives it', () => {
  const row = z.object({ id: id<string>(), at: instant.nullable(), on: plainDate, is: z.enum(['a', 'b']) });
  insistAsGiven(row);
  insistAsGiven(z.object({ many: z.array(row), either: z.union([row, z.null()]) }).readonly());
});

test('what would be made of a row only where rows are checked is refused, however deep it stands', () => {
  const made = [
    z.string().transform((text) => Temporal.Instant.from(text)),
    z.string().default(''),
    z.coerce.number(),
    z.number().catch(0),
    z.preprocess(String, z.string()),
  ];
  for (const part of made) {
    assert.throws(() => insistAsGiven(z.object({ part })), /as the driver gives it/);
    assert.throws(
      () => insistAsGiven(z.object({ in: z.array(z.object({ part }).nullable()) })),
      /as the driver/,
    );
  }
});
