import { nameAt, nameSoFar } from '#modules/risk-level/pure.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { RiskLevel } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { type Choice, labelOf } from '#rules/words.ts';
import type { Given } from './given.ts';
import {
  type Instrument,
  type InstrumentId,
  isScored,
  isWeighted,
  itemsOf,
  type Scale,
  weightOf,
} from './instruments/instrument.ts';

export type { Answer, Given } from './given.ts';
export type { Instrument, InstrumentId, Item } from './instruments/instrument.ts';

/** What was answered to one item, with whatever was said about it, and who said so. */
export interface Answered {
  /** The item's id in its instrument. */
  readonly item: string;
  readonly answer: Given;
  readonly note: string;
  /** The agency or person by name; `''`: the person themselves. */
  readonly source: string;
}

/** By item; an item that is not there was not asked. */
export type Answers = ReadonlyMap<string, Answered>;

const dontKnow = { value: 'dont_know', label: 'Don’t know' } as const;
const notAsked = { value: 'not_asked', label: 'Not asked' } as const;

/** What may be answered on each scale, in the order of the form. */
export const givenOn: Readonly<Record<Scale, readonly Choice<Given>[]>> = {
  yes_no: [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, dontKnow, notAsked],
  grade: [
    { value: 'none', label: 'None' },
    { value: 'standard', label: 'Standard' },
    { value: 'moderate', label: 'Moderate' },
    { value: 'high', label: 'High' },
    dontKnow,
    notAsked,
  ],
  trend: [
    { value: 'less', label: 'Less' },
    { value: 'same', label: 'About the same' },
    { value: 'more', label: 'More' },
    dontKnow,
    notAsked,
  ],
};

/** The label of an answer: "Don’t know". */
export function givenLabel(given: Given): string {
  const all = Object.values(givenOn).flat();
  return all.find((choice) => choice.value === given)?.label ?? given;
}

/** What was answered to an item; one without a row was not asked. */
export function answerTo(answers: Answers, item: string): Answered {
  return answers.get(item) ?? { item, answer: 'not_asked', note: '', source: '' };
}

export interface Score {
  /** How many of the counted items were answered with yes (domain §3). */
  readonly yes: number;
  /** How many of them were answered at all: a "don’t know" is an answer, a blank is none. */
  readonly answered: number;
  readonly of: number;
  /** What the answers weigh together, where they weigh differently. */
  readonly points?: number | undefined;
}

/** How an assessment stands: "9 yes, 11 of 24 answered". Grades and trends are answered, and never yes. */
export function scoreOf(instrument: Instrument, answers: Answers): Score {
  const counted = itemsOf(instrument).filter((item) => !item.uncounted);
  const given = counted.map((item) => answerTo(answers, item.id).answer);
  const points = () =>
    counted.reduce((sum, item) => sum + weightOf(item, answerTo(answers, item.id).answer), 0);
  return {
    yes: given.filter((answer) => answer === 'yes').length,
    answered: given.filter((answer) => answer !== 'not_asked').length,
    of: counted.length,
    ...(isWeighted(instrument) && { points: points() }),
  };
}

/**
 * What an instrument with levels of its own calls such a score; `''`: it has none. While anything is blank it says no
 * more than that it is that level or a higher one.
 */
export function bandOf(
  { levels }: Pick<Instrument, 'levels'>,
  { points = 0, answered, of }: Pick<Score, 'points' | 'answered' | 'of'>,
): string {
  const name = levels && nameAt(levels, points);
  if (!name) return '';
  return nameSoFar(name, answered < of, levels?.at(-1)?.name);
}

/** "37 points (Silver), 11 of 14 answered"; "9 yes, 11 of 24 answered". */
export function scoreInWords(
  { yes, points, answered, of }: Score,
  { counts, band }: { readonly counts: boolean; readonly band: string },
): string {
  const score = points === undefined ? `${yes} yes, ` : `${points} points${band && ` (${band})`}, `;
  return `${counts ? score : ''}${progressInWords({ answered, of })}`;
}

/** "11 of 24 answered". */
export function progressInWords({ answered, of }: Pick<Score, 'answered' | 'of'>): string {
  return `${answered} of ${of} answered`;
}

/** How an assessment came to its end. None of them is a failing of the person’s (L2.7). */
export const endings = [
  { value: 'finished', label: 'Finished', hint: 'With enough answered, or with the reason why not' },
  { value: 'stopped_by_person', label: 'They wished to stop', hint: 'That is their right, and help goes on' },
  { value: 'not_safe', label: 'It was not safe any more', hint: 'For example, somebody came home' },
] as const satisfies readonly Choice[];
export type Ending = (typeof endings)[number]['value'];

export const waysOfAsking = [
  { value: 'face_to_face', label: 'Face to face' },
  { value: 'phone', label: 'By phone' },
  { value: 'video', label: 'By video call' },
  { value: 'text', label: 'In writing', hint: 'At their wish' },
  { value: 'from_notes', label: 'From notes', hint: 'Of a conversation, without asking again' },
] as const satisfies readonly Choice[];
export type WayOfAsking = (typeof waysOfAsking)[number]['value'];

/** One line of the list of assessments. */
export interface AssessmentSummary extends Score {
  readonly id: string;
  readonly instrument: InstrumentId;
  readonly instrumentVersion: string;
  readonly title: string;
  /** What an instrument with levels of its own calls its score; `''`: it has none. */
  readonly band: string;
  /** When it was asked; recorded when it was begun. */
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string;
  readonly begunAt: Temporal.Instant;
  readonly begunByName: string | null;
  /** Null while it is open. */
  readonly endedAt: Temporal.Instant | null;
  readonly ending: Ending | null;
  /** Why it was finished although few were answered; `''`: enough were. */
  readonly fewWhy: string;
  /** They wished to stop, and agreed to be asked again on that day. */
  readonly askAgainOn: Temporal.PlainDate | null;
  readonly correctsId: string | null;
  /** Put right by that one: read it in place of this. */
  readonly correctedById: string | null;
}

/** An assessment that somebody else made, as they stated it: never scored again. */
export interface ReceivedSummary {
  readonly id: string;
  readonly title: string;
  readonly receivedFrom: string;
  readonly assessedOn: Temporal.PlainDate | null;
  readonly receivedAt: Temporal.Instant;
  readonly scoreStated: string;
  readonly levelStated: RiskLevel | 'other' | '';
  readonly correctedById: string | null;
}

/**
 * How it ended, as the record tells it. Finished with few answers, it says why, and is counted apart. Stopped at their
 * wish, it is neither a finished assessment nor an unfinished one: it is counted apart, and what they answered counts
 * as far as it goes (V3.4, L2.7).
 */
export function eventsOfEnding(ending: Ending, answered: number, fewWhy = ''): readonly CaseEventName[] {
  const assessed = assessedWhenEnded(ending, answered) ? (['risk.assessed'] as const) : [];
  switch (ending) {
    case 'finished':
      return [...assessed, fewWhy ? 'risk.finished-with-few' : 'risk.assessment-finished'];
    case 'stopped_by_person':
      return [...assessed, 'risk.stopped-at-their-wish'];
    case 'not_safe':
      return ['risk.assessment-stopped'];
  }
}

/** What follows from their wish to stop: when to ask again, and that nobody asks before. */
export function askAgainInWords(askAgainOn: Temporal.PlainDate | null): string {
  if (askAgainOn === null) return 'No day was agreed: leave it until they bring it up.';
  return `To be asked again on ${dayOfWeekInWords(askAgainOn)}, as agreed with them.`;
}

/** The one that they wished to stop and have not come back to; null: they have, or wished no such thing. */
export function restingAssessment(all: readonly AssessmentSummary[]): AssessmentSummary | null {
  const ended = all.filter(({ endedAt, ending }) => endedAt !== null && ending !== 'not_safe');
  const [last] = ended.toSorted((one, other) => Temporal.Instant.compare(other.askedAt, one.askedAt));
  return last?.ending === 'stopped_by_person' && last.correctedById === null ? last : null;
}

/** Why the last one of that kind, but this, was finished with few answers; `''`: it was not. */
export function lastFewWhy(
  all: readonly AssessmentSummary[],
  { id, instrument }: Pick<AssessmentSummary, 'id' | 'instrument'>,
): string {
  const ended = all.filter(
    (each) => each.endedAt !== null && each.instrument === instrument && each.id !== id,
  );
  const [last] = ended.toSorted((one, other) => Temporal.Instant.compare(other.askedAt, one.askedAt));
  return last?.fewWhy ?? '';
}

/** Was the risk assessed, as far as the person would? What became unsafe has to be taken up again. */
export function assessedWhenEnded(ending: Ending, answered: number): boolean {
  return ending !== 'not_safe' && answered > 0;
}

interface Told extends Score {
  readonly ending: Ending;
  readonly endingWords: string;
  readonly fewWhy: string;
  readonly askAgainOn: Temporal.PlainDate | null;
  readonly askedBy: string;
  readonly how: WayOfAsking;
  readonly correctionReason: string;
}

/** As one reads it in the chronology: what was asked, how far, by whom and how it ended. */
export function endedInWords(instrument: Instrument, told: Told): string {
  const what = told.correctionReason ? `${instrument.name}, put right` : instrument.name;
  const score = scoreInWords(told, { counts: isScored(instrument), band: bandOf(instrument, told) });
  const how = labelOf(waysOfAsking, told.how).toLowerCase();
  const ending = labelOf(endings, told.ending);
  const again = told.ending === 'stopped_by_person' ? ` ${askAgainInWords(told.askAgainOn)}` : '';
  const first = `${what}: ${score}. Asked by ${told.askedBy}, ${how}. ${ending}.${again}`;
  const why = told.correctionReason && `Why it was put right: ${told.correctionReason}`;
  const few = told.fewWhy && `Why few were answered: ${told.fewWhy}`;
  return [first, few, why, told.endingWords].filter(Boolean).join('\n\n');
}

/** Were enough of its counted questions answered to call it finished without a reason? */
export function enoughAnswered({ enough }: Pick<Instrument, 'enough'>, answered: number): boolean {
  return answered >= enough;
}
