import { agreedChannels } from '#rules/agreement.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { dayInWords, weekdays } from '#rules/moment.ts';
import { readByOthers } from '#rules/others-at.ts';
import { inForce, type Over, type WithFurther } from '#rules/ways.ts';
import { type WayNow, waysNow } from '#rules/ways-now.ts';
import { labelOf } from '#rules/words.ts';

/** What is agreed, so far as its ways are named: each by what it is called, never by its number. */
export interface Named extends WithFurther {
  readonly further: readonly (WithFurther['further'][number] & { readonly name: string })[];
}

/** What the first way is called beside the others. */
export function firstChoice(agreed: Pick<WithFurther, 'channel'>): string {
  return `the ${first(agreed)}`;
}

function first({ channel }: Pick<WithFurther, 'channel'>): string {
  return `first choice (${labelOf(agreedChannels, channel).toLowerCase()})`;
}

export function nameOfWay(agreed: Named, over: Over): string {
  return agreed.further.find(({ wayId }) => wayId === over)?.name ?? firstChoice(agreed);
}

/** Whether more than one way is in force, so that whatever is said of one has to say of which. */
export function several(agreed: Named): boolean {
  return agreed.channel !== 'none' && inForce(agreed).length > 0;
}

export interface WaysSaid {
  readonly ways: readonly WayNow[];
  readonly words: string;
}

/**
 * Each way once, by its name: first those that may be used now and until when, then those that may not, and when next
 * or why: `1 of 2 ways open now: her phone at work, until 16:00. Not now: first choice (phone call), from …`.
 * @param saidWith what is read with one that may be used now
 */
export function waysInWords(
  agreed: Named,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
  saidWith: (over: Over) => string = () => '',
): WaysSaid {
  const ways = waysNow(agreed, now, calendar);
  const say = (way: WayNow) =>
    [
      way.over === 'first' ? first(agreed) : nameOfWay(agreed, way.over),
      way.open ? saidWith(way.over) : '',
      way.open && readByOthers(way.terms.channel, way.over, agreed) !== '' ? 'which others may read' : '',
      whenInWords(way, now, calendar),
    ]
      .filter(Boolean)
      .join(', ');
  const open = ways.filter((way) => way.open).map(say);
  const shut = ways.filter((way) => !way.open).map(say);
  return {
    ways,
    words: [
      open.length === 0
        ? `None of ${ways.length} ways open now`
        : `${open.length} of ${ways.length} ways open now: ${open.join('; ')}`,
      shut.length > 0 && `Not now: ${shut.join('; ')}`,
    ]
      .filter(Boolean)
      .join('. '),
  };
}

/** `until 16:00`; `from tomorrow 10:00`; `somebody may suspect something: make sure first`. */
function whenInWords(way: WayNow, now: Temporal.Instant, calendar: WorkingCalendar): string {
  if (way.open) return way.until ? untilInWords(way.until, now, calendar) : '';
  if (way.next) return `from ${onDay(now, way.next, calendar)}${clock(way.next, calendar)}`;
  return way.why.slice(0, 1).toLowerCase() + way.why.slice(1).replace(/\.$/, '');
}

/** Today alone: whoever reads it another day reads it anew. */
function untilInWords(until: Temporal.Instant, now: Temporal.Instant, calendar: WorkingCalendar): string {
  return onDay(now, until, calendar) === '' ? `until ${clock(until, calendar)}` : '';
}

/** Nothing for today. */
function onDay(now: Temporal.Instant, then: Temporal.Instant, calendar: WorkingCalendar): string {
  const day = atTheOffice(then, calendar).toPlainDate();
  const { days } = atTheOffice(now, calendar).toPlainDate().until(day);
  const weekday = weekdays[day.dayOfWeek - 1] ?? '';
  if (days < 2) return days === 0 ? '' : 'tomorrow ';
  return days < 7 ? `${weekday} ` : `${weekday} ${dayInWords(day)} `;
}

function clock(instant: Temporal.Instant, calendar: WorkingCalendar): string {
  return atTheOffice(instant, calendar).toPlainTime().toString({ smallestUnit: 'minute' });
}
