import type { PersonId, PropertyId } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/** What was told is added to a case: whether it is about the person whose case it is. */
export type Compared = 'same' | 'another' | 'not_known';

/** As much of somebody as is compared; a name that is not known is empty. */
export interface Somebody {
  readonly personId: PersonId | null;
  readonly name: string;
  readonly propertyId: PropertyId | null;
}

/** A case of somebody else is joined by two people, with the reason: it would keep promises to another person. */
export const joiningKind = {
  approval: 'approved',
  basis: 'records',
  withdrawnBy: 'nobody',
  says: { own: 'Somebody else decides: nobody joins another person’s case alone.' },
} as const satisfies ProposalKind<'approved'>;

/**
 * Is it the same person, as far as we know? By the register where both are on it; else by name, unless they live in
 * different homes. Where nobody said who it is about, it is not known.
 */
export function comparePeople(told: Somebody, known: Somebody): Compared {
  if (told.personId && known.personId) return told.personId === known.personId ? 'same' : 'another';
  const [one, other] = [wordsOf(told.name), wordsOf(known.name)];
  if (one.length === 0 || other.length === 0) return 'not_known';
  const homes = told.propertyId && known.propertyId ? told.propertyId === known.propertyId : null;
  const equal = one.join(' ') === other.join(' ');
  if (equal) return homes === false ? 'another' : 'same';
  return homes === true && one.every((word) => other.includes(word)) ? 'same' : 'another';
}

/**
 * Whoever decides says who it is; what was told has the last word. Where it names somebody else, choosing the case’s
 * own person does not make it theirs. Where it names nobody, that it is the same home is not enough: another woman may
 * live there, and whoever did it; then a number or an e-mail address of hers, and of nobody else, must be in it.
 * @param reached whether one is
 */
export function compareWithTold(
  chosen: Somebody,
  told: Somebody,
  known: Somebody,
  reached: boolean,
): Compared {
  const compared = comparePeople(chosen, known);
  if (compared !== 'same') return compared;
  if (told.personId && known.personId) return told.personId === known.personId ? 'same' : 'another';
  if (namesIn(told.name).length === 0) return reached ? 'same' : 'not_known';
  return sameName(told.name, known.name) ? 'same' : 'another';
}

/** May it be one person, as far as names tell? *Zel Quince* and *Mrs Quince* may be *Zelda Quince*. */
export function sameName(name: string, another: string): boolean {
  const [one, other] = [namesIn(name), namesIn(another)];
  return within(one, other) || within(other, one);
}

function namesIn(name: string): readonly string[] {
  return wordsOf(name).filter((word) => !titles.includes(word));
}

const titles: readonly string[] = ['mr', 'mrs', 'ms', 'miss', 'mx', 'dr'];

/** *Zel Quince* and *Mrs Quince* are within *Zelda Quince*; *Mia Quince*, who may be her daughter, is not. */
function within(some: readonly string[], all: readonly string[]): boolean {
  const begins = (word: string, beginning: string) => beginning.length >= 3 && word.startsWith(beginning);
  const same = (word: string) => (each: string) => each === word || begins(each, word) || begins(word, each);
  return some.length > 0 && some.every((word) => all.some(same(word)));
}

/** `Zelda O’Brien` and `ZELDA OBRIEN` are one name. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .toLocaleLowerCase('en-GB')
    .replaceAll(/[\p{M}'’ʼ`-]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export const comparedWords: Readonly<Record<Exclude<Compared, 'same'>, string>> = {
  another: 'As far as we know, it is about another person than the case.',
  not_known:
    'It is not known whether it is about the person whose case it is: the same home may be somebody else’s too.',
};
