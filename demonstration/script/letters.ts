import type { NewSender, NewVersion } from '#modules/wordings/index.ts';
import { thisOrLastWorkingDay, timeOn, today } from '#rules/calendar.ts';
import { byPost } from './agreements.ts';
import type { Step } from './steps.ts';
import type { Stage } from './stories.ts';
import { does, type MayBeAsked } from './written-to.ts';

/** Shorter than the one that comes with Lintel, and it says neither of what nor from whom. */
export const shorter: NewVersion = {
  ...{ key: 'tried-to-reach', channel: 'letter', language: 'en', title: 'We tried to reach you' },
  body: 'Hello {name},\n\nI could not reach you. When it suits you, please call {number}.\n\nThank you',
  why: 'Shorter, and it could come from anybody',
};

/** Whoever answers says hello and no more; the box is in nobody's name. */
const neutral: NewSender = {
  callBack: '020 7946 0051',
  returnAddress: 'PO Box 12\nLarkhaven\nZZ1 1ZZ',
  why: 'A line of its own: whoever answers says hello and no more',
};

/** A number, an address and a wording of the office's own that two people agreed to each, some weeks ago. */
export function ownWording({ calendar, present }: Pick<Stage, 'calendar' | 'present'>): readonly Step[] {
  const day = thisOrLastWorkingDay(today({ now: present, calendar }).subtract({ days: 20 }), calendar);
  const at = (time: string) => timeOn(day, Temporal.PlainTime.from(time), calendar);
  const step = (time: string, action: Step['action']): Step => ({ at: at(time), story: '', action });
  return [
    step('10:20', { does: 'propose-sender', by: 'manager', sender: neutral }),
    step('10:50', {
      ...{ does: 'agree-to-sender', by: 'deputy' },
      heard: 'Somebody said hello and asked how they could help; the machine says only that we call back',
    }),
    step('11:05', { does: 'propose-wording', by: 'deputy', wording: shorter }),
    step('15:40', { does: 'agree-to-wording', by: 'manager' }),
  ];
}

/** Two letters to where only they open the post: one is printed and posted, the other waits to be printed. */
export function letters(
  found: MayBeAsked,
  at: (minutes: number) => Temporal.Instant,
  go: (minutes: number) => Step,
): readonly Step[] {
  const { story, by, agreed } = found;
  const way = { ...agreed, ...byPost, mayEmail: agreed.mayEmail };
  const letter = { does: 'write-letter' } as const;
  return [
    { at: at(56), story, action: { does: 'safe-contact', by, agreed: way } },
    does(found, at(54), letter),
    go(53),
    does(found, at(50), { does: 'print-letters' }),
    does(found, at(45), { does: 'post-letters' }),
    does(found, at(40), letter),
    go(39),
  ];
}
