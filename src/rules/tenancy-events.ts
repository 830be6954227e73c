import type { Choice } from './words.ts';

/** What may happen to a tenancy that is held until it has been looked at (domain §5), whoever asks for it. */
export const tenancyEvents = [
  {
    value: 'notice_to_quit',
    label: 'A notice to quit',
    hint: 'From one tenant or from all. One joint tenant’s notice can end the whole tenancy',
  },
  { value: 'surrender', label: 'The tenancy is given up (surrender)' },
  { value: 'name_removed', label: 'A name is to be taken off, or was' },
  { value: 'name_added', label: 'A name is to be added, or was' },
  {
    value: 'abandonment',
    label: 'The home looks abandoned',
    hint: 'Somebody may be away because it is not safe at home. Nothing is done about it until it is answered',
  },
  { value: 'ending', label: 'The housing system says that it ends', hint: 'How is not known' },
] as const satisfies readonly Choice[];
export type TenancyEvent = (typeof tenancyEvents)[number]['value'];

/** What somebody can enter: how the housing system says that it ends is what an import finds. */
export const enteredEvents = tenancyEvents.filter(({ value }) => value !== 'ending');
export const tenancyEventNames = enteredEvents.map(({ value }) => value);

/** The tenancy itself would end by it, and not only change. */
export function ends(kind: TenancyEvent): boolean {
  return kind !== 'name_added' && kind !== 'name_removed';
}

/** Notice to quit a periodic tenancy is four weeks at the least (Protection from Eviction Act 1977 s.5). */
export const noticeWeeks = 4;

export type NoticeDay =
  | { readonly is: 'not_known' }
  /** The day that it names is sooner than the law lets it: it may not be valid. */
  | { readonly is: 'too_soon'; readonly on: Temporal.PlainDate; readonly soonest: Temporal.PlainDate }
  | { readonly is: 'named'; readonly on: Temporal.PlainDate }
  /** It names none: so soon at the earliest, and no later than is to be feared. */
  | { readonly is: 'soonest'; readonly on: Temporal.PlainDate };

/** On which day a valid notice would end the tenancy in law, whatever we answer (Hammersmith v Monk, 1992). */
export function noticeDay(givenOn: Temporal.PlainDate | null, endsOn: Temporal.PlainDate | null): NoticeDay {
  const soonest = givenOn?.add({ weeks: noticeWeeks }) ?? null;
  if (endsOn === null) return soonest ? { is: 'soonest', on: soonest } : { is: 'not_known' };
  if (soonest && Temporal.PlainDate.compare(endsOn, soonest) < 0)
    return { is: 'too_soon', on: endsOn, soonest };
  return { is: 'named', on: endsOn };
}
