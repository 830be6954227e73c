import { thisOrLastWorkingDay, type WorkingCalendar } from '#rules/calendar.ts';
import { countsAsReceivedOn } from '#rules/clock.ts';
import { type Choice, valuesOf } from '#rules/words.ts';

/** Why it was not asked this time. It stays to be asked until the day of the move, but where nobody moves in. */
export const whyNots = [
  { value: 'not_alone', label: 'They were not alone, or somebody could hear' },
  { value: 'not_well', label: 'They were not well enough to be asked' },
  { value: 'no_interpreter', label: 'No professional interpreter was there' },
  { value: 'not_met', label: 'Nobody has met or rung them' },
  { value: 'not_got_to', label: 'We did not get to it' },
  { value: 'fell_through', label: 'Nobody moves in: the letting fell through' },
] as const satisfies readonly Choice[];
export type WhyNot = (typeof whyNots)[number]['value'];

/** What they said who do not wish anything to be handed on: kept as a number, and of nobody. */
export const answers = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes, and they want nothing handed on now' },
  { value: 'rather_not', label: 'They would rather not say' },
] as const satisfies readonly Choice[];
export type Answer = (typeof answers)[number]['value'];
export const answerValues = valuesOf(answers);

export const interpreters = [
  { value: 'not_needed', label: 'No interpreter was needed' },
  { value: 'professional', label: 'With a professional interpreter' },
  { value: 'somebody', label: 'Somebody of the family, a friend or a colleague interpreted' },
] as const satisfies readonly Choice[];
export type Interpreter = (typeof interpreters)[number]['value'];

export const countedAs = ['asked', 'asked_late', 'not_asked', 'not_safe_to_ask', 'fell_through'] as const;
export type CountedAs = (typeof countedAs)[number];

/** The question counts as asked in time until the end of the day on which they move in. */
export function askedOn(today: Temporal.PlainDate, moveIn: Temporal.PlainDate): 'asked' | 'asked_late' {
  return Temporal.PlainDate.compare(today, moveIn) <= 0 ? 'asked' : 'asked_late';
}

/**
 * As what a letting counts that nobody asked of until its day had passed. That nobody said anything is not that it was
 * not safe; an interpreter who was not there is ours to find.
 */
export function neverAsked(why: WhyNot | null): 'not_asked' | 'not_safe_to_ask' {
  return why === 'not_alone' || why === 'not_well' ? 'not_safe_to_ask' : 'not_asked';
}

/** Handed on before the day on which they move in: on that day it is late for everything that should wait for them. */
export function isBefore(today: Temporal.PlainDate, moveIn: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, moveIn) < 0;
}

/** The last working day before that day; undefined: none is left, and what came counts on the day on which it came. */
export function contactBefore(
  moveIn: Temporal.PlainDate,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Temporal.PlainDate | undefined {
  const last = thisOrLastWorkingDay(moveIn.subtract({ days: 1 }), calendar);
  return Temporal.PlainDate.compare(last, countsAsReceivedOn(now, calendar)) < 0 ? undefined : last;
}

/** Below as many, a number says something of somebody. */
export const fewest = 5;
/** As many that were asked by one colleague without a single yes call for a talk about how they ask. */
export const manyWithoutYes = 20;

/**
 * Numbers of a month, where none of them is of so few that it would say who, and none is of everybody: who was asked is
 * known, and an answer that all of them gave would be that of each.
 */
export function shownTogether(numbers: readonly number[]): boolean {
  const given = numbers.filter((number) => number > 0);
  return given.length > 1 && given.every((number) => number >= fewest);
}

export interface OfColleague {
  readonly asked: number;
  readonly notAsked: number;
  readonly notSafe: number;
  readonly fellThrough: number;
  /** Of the months that are over, so that no answer of these days can be reckoned from it. */
  readonly answered: number;
  readonly yes: number;
}

/** Those into which somebody moved. */
export function lettingsOf({ asked, notAsked, notSafe }: OfColleague): number {
  return asked + notAsked + notSafe;
}

/** What a manager should talk about with a colleague; of few lettings nothing. */
export function toTalkAbout(of: OfColleague): readonly string[] {
  const all = lettingsOf(of);
  const told = all + of.fellThrough;
  if (told < fewest) return [];
  const fell = of.fellThrough * 2 >= told ? ['Half or more fell through'] : [];
  if (all < fewest) return fell;
  return [
    ...fell,
    ...(of.asked === 0 ? ['Never asked'] : []),
    ...(of.asked > 0 && of.notAsked * 2 >= all ? ['Half or more not asked'] : []),
    ...(of.asked > 0 && of.notSafe * 2 >= all ? ['Half or more “not safe to ask”'] : []),
    ...(of.answered >= manyWithoutYes && of.yes === 0
      ? ['Nobody ever said yes: talk about how they ask']
      : []),
  ];
}
