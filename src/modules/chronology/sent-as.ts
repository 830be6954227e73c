/** What leaves by a decision is counted as, by what a second person said of it (V3.2, V4.8b, L2.8). */
export const sentAs = {
  not_needed: 'share.sent-as-agreed',
  agreed: 'share.sent-by-two',
  afterwards: 'share.sent-in-danger',
  safeguarding: 'share.sent-to-safeguard',
} as const;
