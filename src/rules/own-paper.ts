import { fearedAtHome, type Held, isThatHome } from './against-post.ts';
import { type Agreement, windowsInWords } from './agreement.ts';
import type { WorkingCalendar } from './calendar.ts';
import { allowed, refused, type Verdict } from './facts.ts';
import { type Against, askAgainWhere, contactGate, doubts, movedSinceAgreed } from './gate.ts';
import type { Household } from './household.ts';
import { othersAt } from './others-at.ts';
import { type FurtherWay, type Over, termsOf } from './ways.ts';

/** How somebody is given a paper of their own: a copy of their plan, or of what is written down. */
export type PaperWay = 'handed_over' | 'posted';

/** Who else comes by a place or an address, as far as it was said. */
interface Seen {
  readonly doNot: string;
  /** The address; left out where nobody looked. */
  readonly value?: string;
  readonly whoMightAnswer?: string;
  readonly shared?: 'no' | 'yes' | 'not_known';
}

/** What is agreed about contact, as far as a paper depends on it. */
export interface PaperAgreement extends Agreement, Seen {
  readonly further?: readonly (FurtherWay & Seen & { readonly name: string })[];
}

/** What decides about a paper: what is agreed, and who is at the home. */
export interface PaperFacts {
  readonly agreement: PaperAgreement | null;
  readonly household: Household;
  /** The address of their home; `''`: not known. */
  readonly home: string;
}

/** Where a paper may go: never one of several by itself, as each has its own terms. */
export interface PaperPlace {
  readonly label: string;
  readonly over: Over;
  /** In words: what whoever chooses has to know of it. */
  readonly terms: string;
}

/**
 * May they be given a paper in this way? Whoever finds it learns what it says, so it needs a way and a place that were
 * agreed with the person, lately and without a doubt since (L1.6, L2.1a). Without them it is read aloud.
 */
export function mayGivePaper(
  way: PaperWay,
  { agreement, ...atHome }: PaperFacts,
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
    if (postalWays({ agreement, ...atHome }, now, calendar).length > 0) return allowed;
    const gate = contactGate({ agreement, channel: 'post', now, calendar });
    const [near] = fearedByPost(agreement, 'first', atHome);
    return shut(gate.open ? (near ?? noAddress) : gate.reasons[0]);
  }
  if (handingPlaces(agreement, now).length > 0) return allowed;
  const [doubt] = doubts(agreement, now);
  if (doubt) return shut(doubt);
  if (askAgainWhere(agreement, 'in_person')) return shut(movedSinceAgreed);
  return shut({ reason: 'No safe place to hand it over has been agreed.', basis: 'safe-contact' });
}

/** Where a paper may be handed over: nowhere that was not agreed, or is in doubt. */
export function handingPlaces(
  agreement: PaperAgreement | null,
  now: Temporal.Instant,
): readonly PaperPlace[] {
  if (agreement === null) return [];
  const inDoubt = (terms: Agreement) => doubts(terms, now).length > 0 || askAgainWhere(terms, 'in_person');
  const own = inDoubt(agreement) ? [] : placesOf(agreement);
  const others = furtherFor(agreement, 'in_person')
    .filter(({ terms }) => !inDoubt(terms))
    .map(({ name, over, words }) => ({ label: `Where it was agreed to meet: ${name}`, over, terms: words }));
  const { shared: _, ...unshared } = agreement;
  return [...own.map((label) => ({ label, over: 'first', terms: termsInWords(unshared) })), ...others];
}

/** Where a paper may be sent; each address by its own terms. */
export function postalWays(
  { agreement, ...atHome }: PaperFacts,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly PaperPlace[] {
  if (agreement === null || againstPaper.test(agreement.doNot)) return [];
  const open = (terms: Agreement) => contactGate({ agreement: terms, channel: 'post', now, calendar }).open;
  const others = furtherFor(agreement, 'post')
    .filter(({ terms, over }) => open(terms) && fearedByPost(agreement, over, atHome).length === 0)
    .map(({ name, over, words }) => ({ label: `By post: ${name}`, over, terms: words }));
  const label = others.length === 0 ? 'By post' : 'By post: the address that was agreed first';
  const { shared = 'not_known' } = othersAt('post', 'first', agreement) ?? {};
  const terms = termsInWords({ ...agreement, shared });
  return open(agreement) && fearedByPost(agreement, 'first', atHome).length === 0
    ? [{ label, over: 'first', terms }, ...others]
    : others;
}

function furtherFor(agreement: PaperAgreement, channel: FurtherWay['channel']) {
  return (agreement.further ?? [])
    .filter((way) => way.channel === channel && !againstPaper.test(way.doNot))
    .map((way) => ({
      name: way.name,
      over: way.wayId,
      terms: termsOf(agreement, way),
      words: termsInWords(way),
    }));
}

/** Nothing is posted to where whoever they fear opens it: not by their agreement either (V3.2, L2.12a). */
function fearedByPost(
  agreement: PaperAgreement,
  over: Over,
  { household, home }: Omit<PaperFacts, 'agreement'>,
): readonly [] | readonly [Held] {
  const way = over === 'first' ? agreement : agreement.further?.find(({ wayId }) => wayId === over);
  const toTheHome = way?.channel !== 'post';
  return fearedAtHome(household, toTheHome || isThatHome(way?.value ?? '', home));
}

const noAddress: Against = { reason: 'No address that may be written to is left.', basis: 'safe-contact' };

const sharedInWords = {
  no: 'Only they use it',
  yes: 'Others use it too',
  not_known: 'Whether others use it too is not known',
} as const;

function termsInWords({
  shared,
  whoMightAnswer = '',
  doNot,
  windows,
  never,
  times,
}: Seen & Pick<Agreement, 'windows' | 'never' | 'times'>): string {
  return [
    shared ? sharedInWords[shared] : '',
    whoMightAnswer && `Who might see it: ${whoMightAnswer}`,
    [windowsInWords(windows), times].filter(Boolean).join('. '),
    never.length > 0 && `Never: ${windowsInWords(never)}`,
    doNot && `Do not: ${doNot}`,
  ]
    .filter(Boolean)
    .join('. ');
}

/**
 * Since when a paper that was given may be found by somebody: the way or the place over which it went is in doubt, was
 * changed or ended, or nothing is safe any more. Age alone puts no paper in doubt. Null: nobody knows of anything.
 */
export function paperInDoubtSince(
  agreement: (PaperAgreement & { readonly recordedAt: Temporal.Instant }) | null,
  over: Over,
): Temporal.Instant | null {
  if (agreement === null) return null;
  const { channel, recordedAt, unsureSince, changedSince } = agreement;
  if (channel === 'none' || againstPaper.test(agreement.doNot)) return recordedAt;
  if (agreement.movedSince) return agreement.movedSince;
  if (over === 'first') return unsureSince ?? changedSince;
  const way = agreement.further?.find(({ wayId }) => wayId === over);
  return way ? (way.endedAt ?? way.unsureSince ?? way.changedSince) : recordedAt;
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
