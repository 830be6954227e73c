import { z } from 'zod';

/** A text of a file that a landlord loads: it must be there, and no longer than that. */
export function text(most: number) {
  return z
    .string('is missing, or is no text')
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`);
}

/** What is said of something that is no such object, or has a part that nobody knows. @param holds what it holds */
export function objectOf(holds: string) {
  return {
    error: ({ code, keys }: { readonly code?: string; readonly keys?: readonly string[] }) =>
      code === 'unrecognized_keys'
        ? `has ${(keys ?? []).join(', ')}, which is not known in it`
        : `must be an object with ${holds}`,
  };
}
