import type { AgreedChannel } from './agreement.ts';
import type { Over } from './ways.ts';

/** Who else uses a phone, a mailbox or a letter box, as far as it was said. */
export interface OthersAt {
  readonly shared: 'no' | 'yes' | 'not_known';
  readonly whoMightAnswer: string;
  /** What was said was said of the first way, and this is another phone, mailbox or letter box. */
  readonly ofAnotherWay: boolean;
}

interface Said {
  readonly shared?: OthersAt['shared'];
  readonly whoMightAnswer?: string;
}
interface SaidOfWays extends Said {
  readonly channel: AgreedChannel;
  readonly further?: readonly (Said & { readonly wayId: string })[];
}

/** As it was said of that very thing: what was said of the phone says nothing of the post. Null: nothing is agreed. */
export function othersAt(
  channel: AgreedChannel | undefined,
  over: Over,
  agreement: SaidOfWays | null,
): OthersAt | null {
  const first = over === 'first' ? agreement : null;
  const way = first ?? agreement?.further?.find(({ wayId }) => wayId === over);
  if (!way) return null;
  const { whoMightAnswer = '', shared = 'not_known' } = way;
  const ofAnotherWay = first !== null && thing(first.channel) !== thing(channel);
  return { shared: ofAnotherWay ? 'not_known' : shared, whoMightAnswer, ofAnotherWay };
}

/** A text comes to the phone that is rung. */
function thing(channel: AgreedChannel | undefined): AgreedChannel | undefined {
  return channel === 'text' ? 'phone' : channel;
}

/** Why nobody writes there: others may read it, or nobody knows whether they do. `''`: nothing is against it. */
export function readByOthers(channel: AgreedChannel, over: Over, agreement: SaidOfWays | null): string {
  if (channel !== 'text' && channel !== 'email' && channel !== 'post') return '';
  const { shared, whoMightAnswer } = othersAt(channel, over, agreement) ?? {
    shared: 'not_known',
    whoMightAnswer: '',
  };
  const where = { text: 'this phone', email: 'this mailbox', post: 'this letter box' }[channel];
  if (shared === 'yes' || whoMightAnswer !== '') return `Others may see what comes to ${where}.`;
  return shared === 'not_known' ? `Whether others see what comes to ${where} is not known.` : '';
}
