/** Where the time comes from: the machine's clock in service, a simulated one in tests and the demonstration. */
export type Now = () => Temporal.Instant;

/** The machine's clock. The only place in Lintel that reads it. */
export const now: Now = () => Temporal.Now.instant();

/** Starts measuring; each call of the result gives the milliseconds since then. */
export function stopwatch(): () => number {
  const started = performance.now();
  return () => performance.now() - started;
}
