import { isThatHome, postcodeIn } from '#rules/against-post.ts';
import type { AgreedChannel } from '#rules/agreement.ts';
import type { Destination, SendingChannel } from '#rules/may-send.ts';
import type { Over } from '#rules/ways.ts';

interface Way {
  readonly channel: AgreedChannel;
  readonly value: string;
}
interface AgreedValues extends Way {
  readonly mayPost: boolean;
  readonly further: readonly (Way & { readonly wayId: string })[];
}

/** Where a message would go, as it is agreed now. `value` is `''` where there is nothing to send to. */
export interface Address extends Pick<Destination, 'address' | 'atHome'> {
  readonly value: string;
}

/** @param home the address of the home of the case as it is on record; `''`: not known */
export function addressOver(
  channel: SendingChannel,
  over: Over,
  agreed: AgreedValues | null,
  home: string,
): Address {
  const way = over === 'first' ? agreed : agreed?.further.find(({ wayId }) => wayId === over);
  const nowhere = { value: '', address: 'none', atHome: null } as const;
  if (!way || agreed === null) return nowhere;
  if (channel === 'post') return letterBox(way, over === 'first' && agreed.mayPost, home);
  const fits = channel === 'text' ? ['phone', 'text'] : ['email'];
  if (!fits.includes(way.channel) || way.value.trim() === '') return nowhere;
  return channel === 'text' ? mobile(way.value) : mailbox(way.value);
}

function letterBox(way: Way, toTheHome: boolean, home: string): Address {
  if (way.channel !== 'post')
    return toTheHome && home !== ''
      ? { value: home, address: 'clear', atHome: true }
      : { value: '', address: 'none', atHome: null };
  const value = way.value.trim();
  if (value === '') return { value, address: 'none', atHome: null };
  return { value, address: postcodeIn(value) ? 'clear' : 'unclear', atHome: isThatHome(value, home) };
}

/** A number of here that takes texts: a text to any other telephone may be read out to whoever answers it. */
export function mobile(written: string): Address {
  const digits = written.replaceAll(/[\s()./-]/g, '').replace(/^(?:\+|00)44/, '0');
  if (!/^\+?\d{7,15}$/.test(digits)) return { value: '', address: 'unclear', atHome: null };
  // 070 are redirected, 076 are pagers but for those of the Isle of Man (Ofcom, National Telephone Numbering Plan).
  const takesTexts = /^07(?:[1-57-9]\d|624)\d*$/.test(digits) && digits.length === 11;
  return takesTexts
    ? { value: `+44${digits.slice(1)}`, address: 'clear', atHome: null }
    : { value: '', address: 'no_mobile', atHome: null };
}

function mailbox(written: string): Address {
  const value = written.trim();
  const clear = value.length <= 254 && /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/.test(value);
  return { value: clear ? value : '', address: clear ? 'clear' : 'unclear', atHome: null };
}
