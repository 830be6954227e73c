import { Failure } from '#kit/failure.ts';

/** Prints what went wrong and what to do. A fault of ours keeps its stack, for the report. */
export function explain(thrown: unknown): void {
  if (thrown instanceof Failure) {
    console.error(`\n${thrown.message}\nWhat to do: ${thrown.remedy}\n`);
    return;
  }
  console.error(
    '\nThis should not have happened; it is a fault in Lintel. Please report it with these lines:',
  );
  console.error(thrown);
}
