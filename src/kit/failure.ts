/**
 * A problem that the person running Lintel can solve: what happened, and what to do about it.
 * Programs print both sentences without a stack; anything else that is thrown is a fault of ours.
 */
export class Failure extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string, cause?: unknown) {
    super(what, { cause });
    this.name = 'Failure';
    this.remedy = remedy;
  }
}

/** The words of anything that was thrown, for a sentence of ours. */
export function wordsOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return wordsOf(thrown.errors[0]);
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The code of a system or PostgreSQL error (`ENOENT`, `28P01`), if it has one. */
export function codeOf(thrown: unknown): string | undefined {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return codeOf(thrown.errors[0]);
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
