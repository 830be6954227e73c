import { z } from 'zod';
import type { NamedLevel, RiskGround } from '#modules/risk-level/pure.ts';
import type { Given } from '../given.ts';

/** The instruments that come with Lintel, by the id that an assessment keeps. */
export const instrumentIds = [
  'dash',
  'dash-young',
  'dash-scotland',
  'stalking',
  'honour-based',
  'severity',
] as const;
export type BuiltInId = (typeof instrumentIds)[number];

/** A landlord's own, by the number that it chose: `own-1` to `own-99`. */
export type OwnId = `own-${number}`;
export type InstrumentId = BuiltInId | OwnId;

export function isOwn(id: string): id is OwnId {
  return /^own-[1-9]\d?$/.test(id);
}

export function isBuiltIn(id: string): id is BuiltInId {
  return instrumentIds.some((each) => each === id);
}

export const instrumentId = z.custom<InstrumentId>(
  (id) => typeof id === 'string' && (isBuiltIn(id) || isOwn(id)),
);

/** Those of a landlord's own stand after this number in an address. */
const ownFrom = 100;

/** How an instrument stands in an address: by its number, since no address names the subject. */
export function numberOf(id: InstrumentId): number {
  return isOwn(id) ? ownFrom + Number(id.slice('own-'.length)) : instrumentIds.indexOf(id) + 1;
}

/** Null: no instrument can have that number. */
export function idOfNumber(number: string): InstrumentId | null {
  const own = `own-${Number(number) - ownFrom}`;
  if (/^\d{3}$/.test(number) && isOwn(own)) return own;
  return instrumentIds.find((id) => String(numberOf(id)) === number) ?? null;
}

/** How a question is answered: yes or no, how bad it is, or how it has changed. */
export type Scale = 'yes_no' | 'grade' | 'trend';

/** A set of questions that professionals agree on. It is data: the tools change, and landlords load other words. */
export interface Instrument {
  readonly id: InstrumentId;
  /** Lintel's own begin with `lintel-`; of a loaded wording, the version that its landlord gave it. */
  readonly version: string;
  readonly name: string;
  /** Whose work it derives from, and whether these are the official words. */
  readonly attribution: string;
  /** When it is the right one to choose, in one sentence. */
  readonly purpose: string;
  /** What whoever asks must keep to, above the first question. */
  readonly guidance: readonly string[];
  /** How many of its counted questions have to be answered for it to be finished without saying why not. */
  readonly enough: number;
  /** Its score indicates a level of risk, by the thresholds that are set for it. */
  readonly indicates?: true;
  /** What it calls its levels, from which score on each begins, and which of ours each proposes; the lowest first. */
  readonly levels?: readonly NamedLevel[];
  readonly sections: readonly Section[];
}

export type Weights = Readonly<Partial<Record<Exclude<Given, 'not_asked'>, number>>>;

export interface Section {
  readonly heading: string;
  readonly items: readonly Item[];
}

export interface Item {
  /** The number by which everybody knows it (`15`); it never changes, whatever the words. */
  readonly id: string;
  /** A few words by which to name it in a list: "Strangulation". */
  readonly theme: string;
  /** As it is asked of the person themselves. */
  readonly question: string;
  readonly help?: string;
  readonly scale: Scale;
  /** Asked, and left out of the score: Scotland's questions about children, a screen's guidance questions. */
  readonly uncounted?: true;
  /**
   * The gravest answer to it (yes, high, or more) is a ground that a named person judges, whatever the score.
   */
  readonly ground?: RiskGround;
  /** What each answer weighs in the score; left out: a yes weighs one, and nothing else does. A blank never does. */
  readonly weights?: Weights;
  readonly followUp?: FollowUp;
}

/** What a yes calls for. It is a prompt, never a weight in the score. */
export interface FollowUp {
  readonly says: string;
  /** Questions to go on with. */
  readonly screen?: BuiltInId;
}

export function itemsOf(instrument: Instrument): readonly Item[] {
  return instrument.sections.flatMap((section) => section.items);
}

export function itemOf(instrument: Instrument, id: string): Item | undefined {
  return itemsOf(instrument).find((item) => item.id === id);
}

/** Do its answers weigh differently? */
export function isWeighted(instrument: Instrument): boolean {
  return itemsOf(instrument).some(({ weights, uncounted }) => weights !== undefined && !uncounted);
}

/** Is a yes counted anywhere in it? A grid of grades has no score, unless its grades weigh something. */
export function isScored(instrument: Instrument): boolean {
  return itemsOf(instrument).some((item) => (item.scale === 'yes_no' || item.weights) && !item.uncounted);
}

/** What an answer weighs. A blank weighs nothing, and so does “don’t know” unless the instrument says otherwise. */
export function weightOf({ weights, uncounted }: Item, answer: Given): number {
  if (uncounted || answer === 'not_asked') return 0;
  if (weights) return weights[answer] ?? 0;
  return answer === 'yes' ? 1 : 0;
}

/** The most that could be scored. */
export function mostPoints(instrument: Instrument): number {
  const most = (item: Item) => Math.max(...Object.values(item.weights ?? { yes: 1 }), 0);
  return itemsOf(instrument)
    .filter(({ uncounted }) => !uncounted)
    .reduce((sum, item) => sum + most(item), 0);
}
