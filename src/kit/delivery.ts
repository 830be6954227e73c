/** How patient Lintel is with a mail server. Times are Lintel's, but where a source is named. */

/**
 * Whoever sends is to keep trying for four to five days (RFC 5321, section 4.5.4.1): a server that is away over a
 * weekend loses no letter, and nothing waits for years to be sent at once.
 */
export const patience = Temporal.Duration.from({ hours: 4 * 24 });

/**
 * How long a letter is out of reach of others once it was taken
 * to be sent: longer than any conversation with a server.
 */
export const lease = Temporal.Duration.from({ minutes: 10 });

/** How long an administrator can see what was given up. */
export const gaveUpKept = Temporal.Duration.from({ hours: 30 * 24 });

/** What became of one try. */
export type Outcome =
  | { readonly how: 'sent' }
  | { readonly how: 'later'; readonly at: Temporal.Instant; readonly fault: string }
  | { readonly how: 'refused'; readonly fault: string };

/** What a mail client says of a failure: its own word for the kind, and the server's reply code where it answered. */
export interface MailFault {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  /** What the server was asked when it failed: `MAIL FROM` is about us, `RCPT TO` about whom the letter is for. */
  readonly command?: unknown;
}

/**
 * Refused for good is what the server says of this very letter with a code from 500 (RFC 5321, section 4.2.1). Any
 * other failure, a refused sign-in among them, is the server's or ours, and may be mended.
 * @param attempts tries so far, this one included
 */
export function afterFailure(fault: MailFault, attempts: number, now: Temporal.Instant): Outcome {
  const reply = Number(fault.responseCode ?? 0);
  const words = reply > 0 ? String(reply) : String(fault.code ?? 'unknown');
  const ofTheLetter =
    fault.code === 'EMESSAGE' || (fault.code === 'EENVELOPE' && fault.command === 'RCPT TO');
  if (ofTheLetter && reply >= 500) return { how: 'refused', fault: words };
  return { how: 'later', at: now.add({ seconds: waitAfter(attempts) }), fault: words };
}

/** Half a minute, then twice as long each time, an hour at most. In seconds. */
function waitAfter(attempts: number): number {
  return Math.min(3_600, 30 * 2 ** Math.min(attempts - 1, 10));
}
