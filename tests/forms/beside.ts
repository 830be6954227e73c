/** Answers about a case that stand elsewhere than in its chronology, and why they are right there. */
export interface Beside {
  readonly fields: readonly string[];
  readonly because: string;
}
