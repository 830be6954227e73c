import { atTheOffice } from '#rules/calendar.ts';
import { everyWay } from './agreements.ts';
import { letters } from './letters.ts';
import type { SafeContact, Step } from './steps.ts';
import type { Stage } from './stories.ts';
import { lastClose, officeIsOpen } from './working-time.ts';
import { does, type MayBeAsked, openCases, type Wish } from './written-to.ts';

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
  const [arrives, waits, isHeld, comesBack, writes] = openCases(steps, at(from));
  // In three days, and so not yet: whenever somebody looks, it still waits.
  const hours = [
    { days: [atTheOffice(works.add({ hours: 72 }), calendar).dayOfWeek], from: '10:00', to: '12:00' },
  ];
  return [
    ...asked(arrives, at, {}, [text]),
    ...asked(waits, at, { windows: hours }, [text, later]),
    ...asked(isHeld, at, { ...mailbox, shared: 'yes', whoMightAnswer: 'A sister' }, [email]),
    ...asked(comesBack, at, { ...mailbox, value: goneMailbox }, [email]),
    go(from - 6),
    ...(waits ? [does(waits, at(from - 9), withdrawn)] : []),
    go(from - 12),
    ...(writes ? letters(writes, at, go) : []),
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

/** Asked anew how to be in touch, and then written to. */
function asked(
  found: MayBeAsked | undefined,
  at: (minutes: number) => Temporal.Instant,
  differences: Partial<SafeContact>,
  messages: readonly Wish[],
): readonly Step[] {
  if (!found) return [];
  const { story, by, agreed } = found;
  // A mailbox that was agreed stays agreed.
  const way: SafeContact = { ...agreed, ...everyWay, mayEmail: agreed.mayEmail, ...differences };
  return [
    { at: at(from), story, action: { does: 'safe-contact', by, agreed: way } },
    ...messages.map((each, nth) => does(found, at(from - 2 - nth), each)),
  ];
}
