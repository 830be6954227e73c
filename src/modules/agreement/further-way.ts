import type { FurtherWay } from '#rules/ways.ts';
import type { Choice } from '#rules/words.ts';

/** Whether others use the phone, the mailbox or the letter box too. */
export const sharings = [
  { value: 'no', label: 'No, only they use it' },
  { value: 'yes', label: 'Yes, others use it too' },
  { value: 'not_known', label: 'Not known' },
] as const satisfies readonly Choice[];
export type Sharing = (typeof sharings)[number]['value'];

/** Why nobody uses it any more. */
export const waysEnded = [
  { value: 'not_safe', label: 'It is not safe any more, or may not be' },
  { value: 'not_theirs', label: 'It is not theirs any more' },
  { value: 'they_asked', label: 'They asked us not to use it' },
] as const satisfies readonly Choice[];
export type WayEnded = (typeof waysEnded)[number]['value'] | 'no_way_known';
export const endedInWords: Readonly<Record<WayEnded, string>> = {
  not_safe: 'It is not safe any more, or may not be',
  not_theirs: 'It is not theirs any more',
  they_asked: 'They asked us not to use it',
  no_way_known: 'No safe way was known',
};

/** What is agreed of a further number, address or place; what was not asked is not allowed (L2.1a). */
export interface AgreedWayValue
  extends Omit<
    FurtherWay,
    'id' | 'wayId' | 'askedAt' | 'unsureSince' | 'changedSince' | 'movedSince' | 'endedAt'
  > {
  /** What it is called on pages: never the number itself. */
  readonly name: string;
  /** Kept back like that of the first way. */
  readonly value: string;
  readonly purpose: string;
  readonly shared: Sharing;
  readonly whoMightAnswer: string;
  readonly withholdNumber: boolean;
  /** What is said to whoever else answers; `''`: what is said on the first. */
  readonly coverReason: string;
  readonly doNot: string;
}

export interface AgreedWay extends AgreedWayValue, FurtherWay {
  readonly number: number;
  readonly recordedAt: Temporal.Instant;
  readonly recordedByName: string | null;
  readonly endedBecause: WayEnded | '';
}
