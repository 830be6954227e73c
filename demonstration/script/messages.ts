import { atTheOffice } from '#rules/calendar.ts';
import { everyWay } from './agreements.ts';
import type { CaseworkAction } from './casework-actions.ts';
import type { SafeContact, Step } from './steps.ts';
import type { Stage } from './stories.ts';
import type { Post } from './team.ts';
import { lastClose, officeIsOpen } from './working-time.ts';

/** An open case in which a mobile was agreed, and who leads it. */
export interface MayBeAsked {
  readonly story: string;
  readonly by: Post;
  readonly agreed: SafeContact;
}

/** Minutes before the office closed last, or before now: all of it is done in one hour of somebody at work. */
const from = 60;

/**
 * Some are asked anew how to be in touch, and are written to: it arrives, waits for its hours, is held because others
 * read the mailbox, comes back, or is withdrawn.
 */
export function writing(steps: readonly Step[], { calendar, present }: Stage): readonly Step[] {
  const works = officeIsOpen(present, calendar) ? present : lastClose(present, calendar);
  const at = (minutes: number) => works.subtract({ minutes });
  const go = (minutes: number): Step => ({
    at: at(minutes),
    story: '',
    action: { does: 'messages-go', by: null },
  });
  const cases = openCases(steps, at(from));
  const inTurn = (nth: number): MayBeAsked | undefined => cases[nth];
  // In three days, and so not yet: whenever somebody looks, it still waits.
  const hours = [
    { days: [atTheOffice(works.add({ hours: 72 }), calendar).dayOfWeek], from: '10:00', to: '12:00' },
  ];
  return [
    ...asked(inTurn(0), at, {}, [text]),
    ...asked(inTurn(1), at, { windows: hours }, [text, later]),
    ...asked(inTurn(2), at, { ...mailbox, shared: 'yes', whoMightAnswer: 'Her sister' }, [email]),
    ...asked(inTurn(3), at, { ...mailbox, value: goneMailbox }, [email]),
    go(from - 6),
    ...(inTurn(1) ? [does(inTurn(1) as MayBeAsked, at(from - 9), withdrawn)] : []),
    go(from - 12),
  ];
}

/** One that is no more: what goes there comes back. */
export const goneMailbox = 'no.more@example.org';

const mailbox = { channel: 'email', value: 'only.mine@example.org', mayText: false, mayEmail: true } as const;
const text = {
  does: 'write-message',
  channel: 'text',
  words: 'Please call 020 7946 0051 when you can.',
} as const;
const later = { ...text, words: 'Please call 020 7946 0051 before Friday.' } as const;
const email = { ...text, channel: 'email' } as const;
const withdrawn = { does: 'withdraw-message', why: 'They rang, and we have spoken.' } as const;

type Wish = DistributiveOmit<CaseworkAction, 'by'>;
type DistributiveOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never;

/** Asked anew how to be in touch, and then written to. */
function asked(
  found: MayBeAsked | undefined,
  at: (minutes: number) => Temporal.Instant,
  differences: Partial<SafeContact>,
  messages: readonly Wish[],
): readonly Step[] {
  if (!found) return [];
  const { story, by, agreed } = found;
  const way: SafeContact = { ...agreed, ...everyWay, ...differences };
  return [
    { at: at(from), story, action: { does: 'safe-contact', by, agreed: way } },
    ...messages.map((each, nth) => does(found, at(from - 2 - nth), each)),
  ];
}

function does({ story, by }: MayBeAsked, at: Temporal.Instant, action: Wish): Step {
  return { at, story, action: { by, ...action } as CaseworkAction };
}

/** A mobile was agreed in them by that moment and nothing after it, nobody is kept out, and nobody wished for rest. */
export function openCases(steps: readonly Step[], until: Temporal.Instant): readonly MayBeAsked[] {
  const open = new Map<string, MayBeAsked>();
  const left = new Set<string>();
  for (const { at, story, action } of steps) {
    if (leaves.has(action.does)) left.add(story);
    if (action.does !== 'safe-contact') continue;
    if (Temporal.Instant.compare(at, until) >= 0) left.add(story);
    if (action.agreed.value.startsWith('07'))
      open.set(story, { story, by: action.by, agreed: action.agreed });
  }
  return [...open.values()].filter(({ story }) => !left.has(story) && !story.endsWith(' again'));
}

const leaves: ReadonlySet<string> = new Set(['close', 'pause', 'restrict', 'conflict']);
