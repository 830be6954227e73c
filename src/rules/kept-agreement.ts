import { type Agreement, timesInWordsOnly, type Way, withinNever, withinWindows } from './agreement.ts';
import type { WorkingCalendar } from './calendar.ts';
import { askAgainWhere, untimed, wayAgreed } from './gate.ts';
import type { Choice } from './words.ts';

/** A contact or an attempt as it was made, for what was agreed to be held against it. */
export interface MadeContact {
  readonly way: Way;
  readonly at: Temporal.Instant;
  /** Who got in touch: what the person chooses themselves is against nothing. */
  readonly begunBy: 'us' | 'them';
  /** What anybody may hear or read later. */
  readonly left: 'voicemail' | 'message' | 'nothing';
  /** Over a number, an address or a place that was never agreed, whatever else is. */
  readonly elsewhere?: boolean | undefined;
  /** Whether it was one of the times that are known in words only, as whoever read them says. */
  readonly inTheirTimes?: 'yes' | 'no' | 'not_known' | undefined;
}

/** How a contact may have gone against what was agreed, as it is kept and counted. */
export const breaches = [
  { value: 'nothing_agreed', label: 'Something was left or sent before anything was agreed.' },
  { value: 'no_way_known', label: 'No safe way was known.' },
  { value: 'may_suspect', label: 'Somebody might suspect something, and nobody had made sure.' },
  { value: 'changed', label: 'They had said that what was agreed is no longer right.' },
  { value: 'moved_since', label: 'They had moved since this was agreed, and nobody had asked again.' },
  { value: 'way_ended', label: 'This way had been ended.' },
  { value: 'way_not_agreed', label: 'This way was not agreed.' },
  { value: 'voicemail_not_agreed', label: 'Voicemail was not agreed.' },
  { value: 'never_time', label: 'It was a time never to use.' },
  { value: 'outside_times', label: 'It was outside the times that were agreed.' },
  { value: 'not_their_times', label: 'It was not for certain one of the times that they told us in words.' },
] as const satisfies readonly Choice[];
export type Breach = (typeof breaches)[number]['value'];

/**
 * Where a contact went against the agreement that was in force when it was made (L2.1a). It asks what could have been
 * noticed: an agreement that is old or was named by somebody else is to be asked about, and calling is how.
 */
export function againstAgreement(
  agreement: Agreement | null,
  made: MadeContact,
  calendar: WorkingCalendar,
): readonly Breach[] {
  if (made.begunBy === 'them') return [];
  if (agreement === null) return made.left === 'nothing' ? [] : ['nothing_agreed'];
  const { way, at, left } = made;
  if (made.elsewhere) return againstEverything(agreement, made, calendar);
  const { windows, never, unsureSince, changedSince } = agreement;
  const timed = !untimed.includes(way);
  const holding: Readonly<Partial<Record<Breach, boolean>>> = {
    no_way_known: agreement.channel === 'none',
    may_suspect: unsureSince !== null,
    changed: changedSince !== null,
    moved_since: askAgainWhere(agreement, way),
    way_ended: Boolean(agreement.endedAt),
    way_not_agreed: agreement.channel !== 'none' && !wayAgreed(agreement, way),
    voicemail_not_agreed: left === 'voicemail' && !agreement.mayLeaveVoicemail,
    never_time: timed && withinNever(never, at, calendar),
    outside_times: timed && windows.length > 0 && !withinWindows(windows, at, calendar),
    not_their_times: timed && asksAboutTheirTimes(agreement, made) && made.inTheirTimes !== 'yes',
  };
  return breaches.map(({ value }) => value).filter((each) => holding[each] === true);
}

/** Nothing that is agreed allows another number or address; times never to use hold wherever somebody is called. */
function againstEverything(
  { channel, never }: Agreement,
  { way, at, left }: MadeContact,
  calendar: WorkingCalendar,
): readonly Breach[] {
  return [
    channel === 'none' ? 'no_way_known' : 'way_not_agreed',
    ...(left === 'voicemail' ? (['voicemail_not_agreed'] as const) : []),
    ...(!untimed.includes(way) && withinNever(never, at, calendar) ? (['never_time'] as const) : []),
  ];
}

/** Times were told in words that no rule can read: whoever was in touch says whether it was one of them. */
export function asksAboutTheirTimes(
  agreement: Agreement | null,
  { way, begunBy, elsewhere = false }: Pick<MadeContact, 'way' | 'begunBy' | 'elsewhere'>,
): boolean {
  if (elsewhere) return false;
  return agreement !== null && begunBy === 'us' && !untimed.includes(way) && timesInWordsOnly(agreement);
}
