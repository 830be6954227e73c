import { atTheOffice, timeOn } from '#rules/calendar.ts';
import { step } from './casework.ts';
import type { Step, Told } from './steps.ts';
import type { Story } from './story.ts';
import type { Post } from './team.ts';
import { toldOf } from './telling.ts';
import { officeIsOpen } from './working-time.ts';

export interface Receipt extends Step {
  readonly told: Told;
}

/** Somebody writes down what they were told, soon after they were. */
export function received(story: Story): Receipt {
  const { cast, telling, arrivedAt, involved, chance, deal } = story;
  const told: Told = {
    ...toldOf(cast, telling, arrivedAt, chance, deal),
    ...(involved && { involved: [{ post: involved, relation: 'relative' }], staffInvolved: 'yes' }),
  };
  const at = arrivedAt.add({ seconds: Math.round(60 * writtenAfter(story)) });
  return { ...step(story, at, { does: 'receive', by: writer(story), told }), told };
}

/** Whoever rang us and may be rung was told when somebody rings: at the full five minutes before they are. */
export function withPromisedCall(receipt: Receipt, contact: Temporal.Instant): Receipt {
  const { told, at } = receipt;
  const { toldBy, route, safeToContact, contactChannel } = told;
  const ringAt = contact.round({ smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'floor' });
  const rings =
    toldBy === 'person' && route === 'phone' && contactChannel === 'phone' && safeToContact === 'yes';
  if (!rings || Temporal.Instant.compare(ringAt, at) <= 0) return receipt;
  const promised: Told = { ...told, ringAt };
  const { action } = receipt;
  return { ...receipt, action: { ...action, told: promised } as Step['action'], told: promised };
}

/** In minutes. What comes shortly before the office closes is written down at once. */
function writtenAfter({ telling, arrivedAt, calendar, chance }: Story): number {
  const [from, to] = delays[telling.route] ?? [4, 14];
  const minutes = chance.whole(from, to);
  if (!officeIsOpen(arrivedAt, calendar)) return minutes;
  const closes = timeOn(atTheOffice(arrivedAt, calendar).toPlainDate(), calendar.closes, calendar);
  return Math.min(minutes, closes.since(arrivedAt).total('minutes') * 0.3);
}

const delays: Readonly<Record<string, readonly [number, number]>> = {
  web_form: [0, 0],
  web_chat: [1, 5],
  home_visit: [25, 90],
  seen_by_colleague: [20, 140],
  seen_by_contractor: [10, 120],
  email: [10, 55],
  letter: [15, 40],
};

function writer({ telling, lead, calendar, arrivedAt, chance }: Story): Post | null {
  if (telling.route === 'web_form') return null;
  if (telling.toldBy === 'contractor') return 'contractor';
  if (telling.toldBy === 'colleague') return chance.pick(['colleague1', 'colleague3']);
  if (!officeIsOpen(arrivedAt, calendar)) return 'manager';
  const byRoute: Partial<Record<Told['route'], Post>> = {
    home_visit: 'colleague1',
    face_to_face: 'colleague2',
    web_chat: 'colleague2',
    new_letting: 'colleague3',
    agency: lead,
    email: lead,
    letter: lead,
  };
  return byRoute[telling.route] ?? chance.pick(['colleague2', lead]);
}
