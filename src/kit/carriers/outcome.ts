import type { Carried } from '../carrier.ts';
import type { Answer } from './exchange.ts';

/** No service's word for waiting is taken for more than this. In seconds. */
const longest = 3_600;

/**
 * What an answer that is no success says of a message. What a service, or what stands before it, may have said after
 * the message was taken leaves it in doubt: a gateway that lost the service (502, 504), a service that fell (500),
 * a redirect such as those that follow upon something done (303).
 * @param surely codes with which this service says that it took nothing
 */
export function notTaken(
  answer: Extract<Answer, { how: 'answered' }>,
  code: string,
  surely: readonly number[] = [],
): Carried {
  const { status, headers } = answer;
  const fault = code === '' ? String(status) : `${status} ${code}`;
  // Ours to mend, or the service's: not of this message (RFC 9110, 15.5 and 15.4.8; RFC 6585, section 4; RFC 8470).
  const later = [401, 402, 403, 404, 405, 407, 421, 425, 429, 307, 308, ...surely];
  if (later.includes(status)) {
    const after = secondsOf(headers['retry-after']);
    return { how: 'not_reached', fault, ...(after !== null && { after }) };
  }
  const asked = status >= 400 && status < 500 && status !== 408 && status !== 409;
  return { how: asked ? 'refused' : 'not_known', fault };
}

/** @returns what to wait, in seconds; null: it was not said in seconds (a date would need the service's clock) */
function secondsOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,9}$/.test(header.trim())
    ? Math.min(Number(header.trim()), longest)
    : null;
}

/** A code as it may be kept: a word of the service's language, never a sentence, which could hold a number. */
export function codeAlone(given: unknown): string {
  const code = typeof given === 'number' ? String(given) : given;
  return typeof code === 'string' && /^[A-Za-z][\w-]{0,39}$|^\d{1,5}$/.test(code) ? code : '';
}
