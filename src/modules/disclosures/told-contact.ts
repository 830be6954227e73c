import { z } from 'zod';
import { formGiven, offered, onList, words } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import type { ContactChannel, ContactOutcome } from '#modules/contact/pure.ts';
import { allowed, type PersonId, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';
import type { Route, ToldBy } from '#rules/words.ts';

/** The person told the team herself, and could talk: a second person confirms that it was the contact. */
export const toldContactKind = {
  approval: 'approved',
  basis: 'same-day-contact',
  withdrawnBy: 'nobody',
  says: {
    own: 'Somebody else confirms it: nobody keeps a promise by their own word that they had called already.',
    about: 'You spoke with them. Somebody else confirms it.',
  },
} as const satisfies ProposalKind<'approved'>;

interface Way {
  readonly channel: ContactChannel;
  readonly outcome: ContactOutcome;
}

const inPerson = { channel: 'in_person', outcome: 'met_safely' } as const;

/** Ways of telling in which somebody answers in the same moment. A letter, an e-mail and the help site are none. */
const ways: Readonly<Partial<Record<Route, Way>>> = {
  phone: { channel: 'phone', outcome: 'spoke_safely' },
  web_chat: { channel: 'web_chat', outcome: 'replied_safely' },
  face_to_face: inPerson,
  home_visit: inPerson,
};

export function wayTold(route: Route): Way | null {
  return ways[route] ?? null;
}

/** What is known of it, as far as that matters to whether it can have been a contact. */
export interface Telling {
  readonly route: Route;
  readonly toldBy: ToldBy;
  readonly personName: string;
  readonly personId: PersonId | null;
  readonly handedOver: boolean;
  /** Somebody said so before: it waits, or was confirmed. */
  readonly saidBefore: boolean;
}

/** Can the telling itself have been a safe contact with the person? Only where she told, both ways and by name. */
export function mayHaveBeenContact(telling: Telling): Verdict {
  const not = (why: string) => refused(why, 'same-day-contact');
  if (wayTold(telling.route) === null)
    return not('In this way nobody spoke with the person: it still owes contact.');
  if (telling.toldBy !== 'person') return not('Somebody else told us: the person is still to be reached.');
  if (telling.personName === '' && telling.personId === null)
    return not('Nobody knows who it was: whoever it is about is still to be reached.');
  if (telling.handedOver) return not('It was handed over: who reached the person is said there.');
  if (telling.saidBefore) return not('It is said already that this was a contact: one call is one contact.');
  return allowed;
}

/** A contact of theirs that is on file. */
interface OnFile {
  readonly channel: string;
  readonly happenedAt: Temporal.Instant;
  readonly begunBy: string;
  readonly twoWayAndSafe: boolean;
}

/** One call is one contact, however many wrote it down: the same way, and within an hour. */
export function isOnFile(
  told: { readonly channel: string; readonly happenedAt: Temporal.Instant },
  contacts: readonly OnFile[],
): boolean {
  return contacts.some(
    ({ channel, happenedAt, begunBy, twoWayAndSafe }) =>
      twoWayAndSafe &&
      begunBy === 'them' &&
      channel === told.channel &&
      happenedAt.since(told.happenedAt).abs().total('minutes') <= 60,
  );
}

export interface NewToldContact {
  readonly spokeBy: StaffId;
  readonly happenedAt: Temporal.Instant;
  readonly safeBecause: string;
  readonly said: string;
}

const needed = (why: string) => words(4_000).refine(isReason, why);

/** Who spoke with her, when, how it was known to be safe and what was said: all four, in words. */
export const toldContactForm = formGiven(
  z
    .object({
      spoke_by: offered<StaffId>('Choose who spoke with them'),
      spoke_at: moment,
      safe_because: needed('Say in a sentence how it was known to be safe'),
      said: needed('Write down in a sentence what was said'),
    })
    .transform((typed) => ({
      spokeBy: typed.spoke_by,
      happenedAt: typed.spoke_at,
      safeBecause: typed.safe_because.trim(),
      said: typed.said.trim(),
    })) satisfies z.ZodType<NewToldContact>,
  (typed, team: readonly StaffId[], bounds: MomentBounds) => ({
    ...typed,
    spoke_by: onList(team, typed, 'spoke_by'),
    spoke_at: typedMoment(typed, 'spoke_at', bounds),
  }),
);
