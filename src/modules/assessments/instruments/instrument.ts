import type { RiskGround } from '#modules/risk-level/pure.ts';

/** The instruments, by the id that an assessment keeps. */
export const instrumentIds = [
  'dash',
  'dash-young',
  'dash-scotland',
  'stalking',
  'honour-based',
  'severity',
] as const;
export type InstrumentId = (typeof instrumentIds)[number];

/** How an instrument stands in an address: by its number, since no address names the subject. */
export function numberOf(id: InstrumentId): number {
  return instrumentIds.indexOf(id) + 1;
}

export const numbered = new Map<string, InstrumentId>(instrumentIds.map((id) => [String(numberOf(id)), id]));

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
  readonly sections: readonly Section[];
}

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
  /** What a yes weighs in the score; left out: one. */
  readonly weight?: number;
  readonly followUp?: FollowUp;
}

/** What a yes calls for. It is a prompt, never a weight in the score. */
export interface FollowUp {
  readonly says: string;
  /** Questions to go on with. */
  readonly screen?: InstrumentId;
}

export function itemsOf(instrument: Instrument): readonly Item[] {
  return instrument.sections.flatMap((section) => section.items);
}

export function itemOf(instrument: Instrument, id: string): Item | undefined {
  return itemsOf(instrument).find((item) => item.id === id);
}

/** Is a yes counted anywhere in it? A grid of grades has no score. */
export function isScored(instrument: Instrument): boolean {
  return itemsOf(instrument).some((item) => item.scale === 'yes_no' && !item.uncounted);
}
