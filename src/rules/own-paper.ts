import type { Agreement } from './agreement.ts';
import type { WorkingCalendar } from './calendar.ts';
import { allowed, refused, type Verdict } from './facts.ts';
import { type Against, askAgainWhere, contactGate, doubts, movedSinceAgreed } from './gate.ts';
import { type FurtherWay, termsOf } from './ways.ts';

/** How somebody is given a paper of their own: a copy of their plan, or of what is written down. */
export type PaperWay = 'handed_over' | 'posted';

/** What is agreed about contact, as far as a paper depends on it. */
export interface PaperAgreement extends Agreement {
  readonly doNot: string;
  readonly further?: readonly (FurtherWay & { readonly name: string; readonly doNot: string })[];
}

/**
 * May they be given a paper in this way? Whoever finds it learns what it says, so it needs a way and a place that were
 * agreed with the person, lately and without a doubt since (L1.6, L2.1a). Without them it is read aloud.
 */
export function mayGivePaper(
  way: PaperWay,
  agreement: PaperAgreement | null,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Verdict {
  if (agreement === null)
    return shut({ reason: 'No safe way and place for a paper has been agreed yet.', basis: 'safe-contact' });
  if (againstPaper.test(agreement.doNot))
    return refused(
      `What is agreed speaks against paper: “${agreement.doNot}”. Read it aloud.`,
      'safe-contact',
    );
  if (way === 'posted') {
    const gate = contactGate({ agreement, channel: 'post', now, calendar });
    return gate.open ? allowed : shut(gate.reasons[0]);
  }
  if (handingPlaces(agreement, now).length > 0) return allowed;
  const [doubt] = doubts(agreement, now);
  if (doubt) return shut(doubt);
  if (askAgainWhere(agreement, 'in_person')) return shut(movedSinceAgreed);
  return shut({ reason: 'No safe place to hand it over has been agreed.', basis: 'safe-contact' });
}

/** Where a paper may be handed over: nowhere that was not agreed, or is in doubt. */
export function handingPlaces(agreement: PaperAgreement | null, now: Temporal.Instant): readonly string[] {
  if (agreement === null) return [];
  const inDoubt = (terms: Agreement) => doubts(terms, now).length > 0 || askAgainWhere(terms, 'in_person');
  const own = inDoubt(agreement) ? [] : placesOf(agreement);
  const others = furtherFor(agreement, 'in_person')
    .filter(({ terms }) => !inDoubt(terms))
    .map(({ name }) => `Where it was agreed to meet: ${name}`);
  return [...own, ...others];
}

/** Where a paper may be sent; each address by its own terms. */
export function postalWays(
  agreement: PaperAgreement | null,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly string[] {
  if (agreement === null) return [];
  const own = mayGivePaper('posted', agreement, now, calendar).allowed ? ['By post'] : [];
  const others = againstPaper.test(agreement.doNot) ? [] : furtherFor(agreement, 'post');
  return [
    ...own,
    ...others
      .filter(({ terms }) => contactGate({ agreement: terms, channel: 'post', now, calendar }).open)
      .map(({ name }) => `By post: ${name}`),
  ];
}

function furtherFor(agreement: PaperAgreement, channel: FurtherWay['channel']) {
  return (agreement.further ?? [])
    .filter((way) => way.channel === channel && !againstPaper.test(way.doNot))
    .map((way) => ({ name: way.name, terms: termsOf(agreement, way) }));
}

function placesOf(agreement: Agreement): readonly string[] {
  const { meetingPlace, mayVisit, channel } = agreement;
  return [
    ...(meetingPlace === '' ? [] : [meetingPlace]),
    ...(channel === 'in_person' && meetingPlace === '' ? ['Where it was agreed to meet'] : []),
    ...(mayVisit ? ['Their home, where visits are agreed'] : []),
  ];
}

function shut({ reason, basis }: Against): Verdict {
  return refused(`${reason} Read it aloud.`, basis);
}

const againstPaper = /\b(?:papers?|cop(?:y|ies)|print\w*|leaflets?|written|in writing)\b/i;
