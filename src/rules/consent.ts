import { allowed, refused, type Verdict } from './facts.ts';
import type { ConsentAnswer, ConsentChange, DataKind, Giver, Listener, SharePurpose } from './sharing.ts';

/** What they answered once: to one recipient, for one purpose, about some kinds of things. */
export interface Consent {
  readonly id: string;
  readonly recipientId: string;
  readonly purpose: SharePurpose;
  readonly kinds: readonly DataKind[];
  readonly answer: ConsentAnswer;
  readonly givenAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  /** The last day on which it stands, where they named one. */
  readonly until: Temporal.PlainDate | null;
  /** What they said of it later. */
  readonly changed: { readonly change: ConsentChange; readonly recordedAt: Temporal.Instant } | null;
  /** Since when that agency, in that role, has no part in the case any more. */
  readonly recipientEndedAt: Temporal.Instant | null;
}

export interface ConsentMoment {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  /** When the case was last closed; null: never. */
  readonly closedAt: Temporal.Instant | null;
}

/**
 * So many days after they were asked it stands, where they named no day; at most, where they did; and so many before
 * its end they are asked again. Lintel’s.
 */
export const consentDays = { usual: 90, most: 183, ahead: 7 } as const;

export type ConsentStanding =
  | { readonly standing: 'valid'; readonly lastDay: Temporal.PlainDate }
  | { readonly standing: 'stale'; readonly because: string }
  | { readonly standing: 'refused' | 'withdrawn' };

/** How one answer stands by itself. A day that passes, a closing, or an agency that has gone makes it stale. */
export function standingOf(consent: Consent, moment: ConsentMoment): ConsentStanding {
  const { answer, changed, recipientEndedAt, givenAt } = consent;
  if (answer === 'refused') return { standing: 'refused' };
  if (changed?.change === 'withdrawn') return { standing: 'withdrawn' };
  if (changed) return stale('They were not sure any more.');
  if (recipientEndedAt) return stale('Whom it names has no part in the case any more, or has changed.');
  if (moment.closedAt && Temporal.Instant.compare(moment.closedAt, givenAt) >= 0)
    return stale('The case has been closed since.');
  const lastDay = lastDayOf(consent, moment.timeZone);
  const today = moment.now.toZonedDateTimeISO(moment.timeZone).toPlainDate();
  if (Temporal.PlainDate.compare(today, lastDay) <= 0) return { standing: 'valid', lastDay };
  return stale(
    consent.until ? 'The day has passed until which they agreed.' : 'They were asked more than 90 days ago.',
  );
}

/** It stands yet, and not for long: they are asked again before something is held for it. */
export function endsSoon(now: ConsentStanding, { now: at, timeZone }: ConsentMoment): boolean {
  if (now.standing !== 'valid') return false;
  const soon = at.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: consentDays.ahead });
  return Temporal.PlainDate.compare(now.lastDay, soon) <= 0;
}

function stale(because: string): ConsentStanding {
  return { standing: 'stale', because };
}

export function lastDayOf({ givenAt, until }: Pick<Consent, 'givenAt' | 'until'>, timeZone: string) {
  const given = givenAt.toZonedDateTimeISO(timeZone).toPlainDate();
  const most = given.add({ days: consentDays.most });
  const named = until ?? given.add({ days: consentDays.usual });
  return Temporal.PlainDate.compare(named, most) < 0 ? named : most;
}

/** What would be shared, with whom and for what. */
export interface Wanted {
  readonly recipientId: string;
  readonly purpose: SharePurpose;
  readonly kinds: readonly DataKind[];
}

export type Agreed =
  | { readonly covered: true; readonly by: readonly string[] }
  | { readonly covered: false; readonly missing: readonly Missing[] };

/** A kind to which they did not agree, and how that stands. */
export interface Missing {
  readonly kind: DataKind;
  readonly how: 'not_asked' | 'refused' | 'withdrawn' | 'stale';
}

/**
 * Did they agree to all of it? For each kind the last answer that they gave about it, to this recipient for this
 * purpose, decides; a yes counts only where no later word closes it, by when it was said or was written down.
 */
export function agreedTo(consents: readonly Consent[], wanted: Wanted, moment: ConsentMoment): Agreed {
  const about = consents.filter(
    ({ recipientId, purpose }) => recipientId === wanted.recipientId && purpose === wanted.purpose,
  );
  const answers = wanted.kinds.map((kind) => answerAbout(kind, about, moment));
  const missing = answers.flatMap((answer) => ('how' in answer ? [answer] : []));
  if (missing.length > 0 || wanted.kinds.length === 0) return { covered: false, missing };
  return {
    covered: true,
    by: [...new Set(answers.flatMap((answer) => ('by' in answer ? [answer.by] : [])))],
  };
}

function answerAbout(
  kind: DataKind,
  consents: readonly Consent[],
  moment: ConsentMoment,
): Missing | { readonly by: string } {
  const said = consents.filter(({ kinds }) => kinds.includes(kind));
  const standing = said.map((consent) => ({ consent, now: standingOf(consent, moment) }));
  const closing = standing.filter(({ now }) => now.standing !== 'valid');
  const open = standing.find(
    ({ consent, now }) =>
      now.standing === 'valid' && !closing.some((other) => closesLater(other.consent, consent)),
  );
  if (open) return { by: open.consent.id };
  const last = closing.toSorted((one, other) =>
    Temporal.Instant.compare(saidLast(other.consent), saidLast(one.consent)),
  )[0];
  return { kind, how: last && last.now.standing !== 'valid' ? last.now.standing : 'not_asked' };
}

/** A refusal, a withdrawal or a doubt after they had agreed, by either of its times; growing old closes no other. */
function closesLater(closing: Consent, open: Consent): boolean {
  if (closing.answer === 'given' && closing.changed === null) return false;
  return (
    Temporal.Instant.compare(saidLast(closing), open.recordedAt) > 0 ||
    (closing.answer === 'refused' && Temporal.Instant.compare(closing.givenAt, open.givenAt) > 0)
  );
}

function saidLast({ recordedAt, changed }: Consent): Temporal.Instant {
  return changed?.recordedAt ?? recordedAt;
}

/**
 * Is it theirs, freely given? Never through somebody feared or family that interprets. What closes the door is taken
 * from anybody: a refusal needs none of this (V3.2, L2.8).
 */
export function freelyGiven({ by, heard }: { readonly by: Giver; readonly heard: Listener }): Verdict {
  const not = (reason: string) => refused(reason, 'sharing');
  if (by === 'family')
    return not(
      'A relative or friend cannot agree for them. Ask again, with a professional interpreter if needed.',
    );
  if (by === 'other') return not('Only they can agree, or whoever decides for them by law. Ask them.');
  if (heard === 'feared')
    return not('With somebody there whom they fear they could not say no. Ask again alone.');
  if (heard === 'not_known') return not('Nobody knows who could hear. Ask again when they can speak freely.');
  return allowed;
}
