const longest = 60;

/** When a file is tried again that was tried so often: later each time, and within the hour. */
export function nextLook(now: Temporal.Instant, looks: number): Temporal.Instant {
  return now.add({ minutes: Math.min(2 ** looks, longest) });
}
