import type { z } from 'zod';

/** One thing wrong with a file that somebody wrote, said so that they can find and mend it. */
export interface Problem {
  /** Where, as one would write it in JavaScript: `commitments[3].measure.starts`; `the file` for the whole of it. */
  readonly path: string;
  readonly reason: string;
}

/** What a schema found wrong, in the order in which it found it. */
export function problemsIn(error: z.ZodError): readonly Problem[] {
  return error.issues.map((issue) => ({ path: pathInWords(issue.path), reason: reasonOf(issue) }));
}

/** Nothing where something must be is said as that, and not as a type. */
function reasonOf({ message }: z.core.$ZodIssue): string {
  return message.endsWith('received undefined') ? 'is missing' : message;
}

export function pathInWords(path: readonly PropertyKey[]): string {
  const words = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return words.replace(/^\./, '') || 'the file';
}
