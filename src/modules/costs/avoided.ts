import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';

/** What did not have to be paid. Each rests on one fact of the case, and each fact shows one of them. */
export const avoidedKinds = [
  { value: 'possession', label: 'A claim for possession that was not brought' },
  { value: 'eviction', label: 'An eviction that did not happen' },
  { value: 'temporary', label: 'Temporary accommodation that was not needed' },
  { value: 'repair', label: 'A repair that did not have to be done again' },
] as const satisfies readonly Choice[];
export type AvoidedKind = (typeof avoidedKinds)[number]['value'];

export const factKinds = ['court', 'works', 'moved'] as const;

/** Something on record that may show it. */
export interface Fact {
  readonly fact: (typeof factKinds)[number];
  readonly id: string;
  /** Which step over income, or which kind of offer; '' of a move. */
  readonly what: string;
  readonly day: Temporal.PlainDate;
}

const beforeAClaim = ['notice', 'letter_before_claim', 'claim', 'hearing'];

/** What a fact can show: a step over income that was held back, work that they confirmed, a move. */
export function showsOf({ fact, what }: Pick<Fact, 'fact' | 'what'>): readonly AvoidedKind[] {
  if (fact === 'moved') return ['temporary'];
  if (fact === 'works') return ['temporary', 'repair'];
  if (what === 'warrant') return ['eviction'];
  return beforeAClaim.includes(what) ? ['possession'] : [];
}

const stepsInWords: Readonly<Record<string, string>> = {
  notice: 'A notice',
  letter_before_claim: 'A letter before a claim',
  claim: 'A claim',
  hearing: 'A hearing',
  warrant: 'A warrant',
};

/** @param called what an offer of that kind is called */
export function factInWords({ fact, what }: Pick<Fact, 'fact' | 'what'>, called: (kind: string) => string) {
  if (fact === 'moved') return 'They have moved';
  if (fact === 'works') return `They confirmed that it was done: ${called(what)}`;
  return `${stepsInWords[what] ?? 'A step over income'} over income was held back`;
}

interface Counted {
  readonly kind: AvoidedKind;
  readonly happenedOn: Temporal.PlainDate;
}

/** An eviction is what becomes of a claim for possession: of the two one is counted. */
const oneOfThem: readonly (readonly AvoidedKind[])[] = [
  ['possession', 'eviction'],
  ['temporary'],
  ['repair'],
];

export interface OnRecord {
  readonly counted: readonly Counted[];
  /** On which days a place to stay was paid for. */
  readonly stays: readonly Temporal.PlainDate[];
}

/**
 * Once in a year in a case: five letters that were held back are one claim that was not brought. And none where the
 * case says otherwise: a place to stay that was paid for was needed.
 */
export function mayCount(kind: AvoidedKind, day: Temporal.PlainDate, { counted, stays }: OnRecord): Verdict {
  const alike = oneOfThem.find((group) => group.includes(kind)) ?? [kind];
  const near = (other: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(other, day.subtract({ years: 1 })) > 0 &&
    Temporal.PlainDate.compare(other, day.add({ years: 1 })) < 0;
  if (kind === 'temporary' && stays.some(near))
    return refused('A place to stay was paid for in this case within a year of it.', 'records');
  if (!counted.some((each) => alike.includes(each.kind) && near(each.happenedOn))) return allowed;
  return refused('This is counted in this case within a year already. Once is enough to show it.', 'records');
}
