/** What holds for every conversation about risk (domain §3): never near the perpetrator, never a gate to help. */
export const askSafely: readonly string[] = [
  'Ask only while they are alone, or with somebody they trust, and nobody else can hear or see. If that changes, stop.',
  'Say why you ask, and that they may leave out any question or stop at any time. Help goes on without it.',
  'Leave unanswered whatever was not asked. A blank is never a no.',
];

/** Domain §3 (local guidance): the three together are a critical cluster, whatever the score. */
export const cluster =
  'Separation, control and violence together are critical, whatever the score: say so when you judge the risk.';
