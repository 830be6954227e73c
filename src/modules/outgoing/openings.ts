import { type Named, nameOfWay } from '#modules/agreement/pure.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import { inForce, type Over } from '#rules/ways.ts';
import { labelOf } from '#rules/words.ts';
import { sendingChannels } from './standing.ts';

/** A way over which a message could go, if the door is open then. */
export interface Route {
  readonly channel: SendingChannel;
  readonly over: Exclude<Over, 'another'>;
  readonly label: string;
}

interface Agreed extends Named {
  readonly further: readonly (Named['further'][number] & { readonly name: string })[];
}

/** What was agreed, as far as a message can go over it; each by its name, never by its number. */
export function routesOver(agreed: Agreed | null): readonly Route[] {
  if (agreed === null || agreed.channel === 'none') return [];
  const { channel, mayText, mayPost } = agreed;
  const first: readonly (SendingChannel | false)[] = [
    (channel === 'text' || (channel === 'phone' && mayText)) && 'text',
    channel === 'email' && 'email',
    (channel === 'post' || mayPost) && 'post',
  ];
  const further = inForce(agreed).flatMap((way) => {
    const by =
      way.channel === 'phone'
        ? way.mayText
          ? 'text'
          : null
        : way.channel === 'in_person'
          ? null
          : way.channel;
    return by ? [{ channel: by, over: way.wayId }] : [];
  });
  return [...first.flatMap((by) => (by ? [{ channel: by, over: 'first' }] : [])), ...further].map((each) => ({
    ...each,
    label: `${labelOf(sendingChannels, each.channel)}: ${nameOfWay(agreed, each.over)}`,
  }));
}

/** As a form sends it. */
export function keyOf({ channel, over }: Pick<Route, 'channel' | 'over'>): string {
  return `${channel}.${over}`;
}
