/** A letter answers few messages: one with more of these is made to be looked up for long. */
const most = 20;

/**
 * The ids of ours that an e-mail names anywhere, by its bytes alone: nothing of it is taken apart before it is known
 * that one of them is a message of ours. What they stand in says later which of them it is about.
 */
export function ownIdsIn(source: Uint8Array, domain: string): readonly string[] {
  const found = new Set<string>();
  // A line that was too long for a mail server was broken, wherever it was (RFC 2045, section 6.7).
  const whole = Buffer.from(source)
    .toString('latin1')
    .replaceAll(/=\r?\n/g, '');
  const ids = /<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@([\w.-]{1,255})>/gi;
  for (const [, id = '', at = ''] of whole.matchAll(ids)) {
    if (at.toLowerCase() === domain.toLowerCase()) found.add(id.toLowerCase());
    if (found.size === most) break;
  }
  return [...found];
}
