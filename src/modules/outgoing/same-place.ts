import { normalisePhone } from '#modules/register/pure.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import type { Over } from '#rules/ways.ts';

/** Where a message goes, or went: over which way, and to which number, mailbox or letter box; `''`: not known. */
export interface Going {
  readonly over: Over;
  readonly to: string;
}

interface Values {
  readonly value: string;
  readonly further: readonly { readonly wayId: string; readonly value: string }[];
}

export function valueOver(agreed: Values | null, over: Over): string {
  if (agreed === null) return '';
  return over === 'first' ? agreed.value : (agreed.further.find(({ wayId }) => wayId === over)?.value ?? '');
}

/**
 * Whether both come to the same telephone, mailbox or letter box: one number may be agreed as two ways, and one way may
 * have got another number. Where it is not known of one of them, the way says.
 */
export function samePlace(channel: SendingChannel, one: Going, other: Going): boolean {
  if (one.to.trim() === '' || other.to.trim() === '') return one.over === other.over;
  return plain(channel, one.to) === plain(channel, other.to);
}

function plain(channel: SendingChannel, value: string): string {
  if (channel === 'text') return normalisePhone(value) ?? value.replaceAll(/\D/g, '');
  return value
    .toLowerCase()
    .replaceAll(/[\s,]+/g, ' ')
    .trim();
}
