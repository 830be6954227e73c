import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { HousingOption, Towards, When } from './option.ts';
import { housingOptions } from './options/index.ts';
import type { Situation, Wish } from './situation.ts';

/** An option that comes into question, and which facts have still to be found out before anybody can know. */
export interface Listed {
  readonly option: HousingOption;
  readonly unknown: readonly Unknown[];
}

export type Unknown = 'tenancyType' | 'holder' | 'relation' | 'children' | 'landlord';

/**
 * Which options there are for a situation on a day, in the order of the table (domain §5). It lists, it never picks,
 * and a wish hides nothing: they may change their mind. A Bill is no option (`announced` has it).
 */
export function listOptions(situation: Situation, on: Temporal.PlainDate): readonly Listed[] {
  return housingOptions
    .filter((option) => isOpenOn(option, on))
    .flatMap((option) => {
      const unknown = fits(option.when, situation);
      return unknown === null ? [] : [{ option, unknown }];
    });
}

/** May options be listed at all? Each country has housing law of its own, and only England’s is kept. */
export function mayAdvise({ jurisdiction }: Pick<Situation, 'jurisdiction'>): Verdict {
  if (jurisdiction === 'england') return allowed;
  return refused(
    'The law of housing is another one there. Ask a solicitor or an advice service of that country.',
    'signposting',
  );
}

/** What is not law yet and would bear on the situation: told of, so that nobody takes it for an option. */
export function announced(situation: Situation): readonly HousingOption[] {
  return housingOptions.filter(({ status, when }) => isAhead(status) && fits(when, situation) !== null);
}

export function optionOf(id: string): HousingOption | null {
  return housingOptions.find((option) => option.id === id) ?? null;
}

/** Under which heading an option stands: what is done about whoever they fear stands apart, behind its gate. */
export type Part = Towards | 'landlord';

export function partOf({ pastGate, towards }: HousingOption): Part {
  return pastGate ? 'landlord' : towards;
}

/** In which order the parts stand: what they would like comes first, and none is left out. */
export function partsFor(wish: Wish): readonly Part[] {
  return wish === 'leave' ? ['leave', 'both', 'stay', 'landlord'] : ['stay', 'both', 'leave', 'landlord'];
}

function isAhead(status: HousingOption['status']): boolean {
  return status === 'bill' || status === 'not_commenced';
}

function isOpenOn({ status, from, to }: HousingOption, on: Temporal.PlainDate): boolean {
  const day = on.toString();
  return !isAhead(status) && from !== null && from <= day && (to === null || day < to);
}

/** Null: it does not come into question. Else what is not known of what it asks. */
function fits(when: When, situation: Situation): readonly Unknown[] | null {
  const asked: readonly (readonly [Unknown, boolean | null])[] = [
    ['tenancyType', among(when.types, situation.tenancyType)],
    ['holder', among(when.holders, situation.holder)],
    ['relation', among(when.relations, situation.relation)],
    ['children', when.children ? situation.children : true],
    ['landlord', when.landlord ? situation.landlord && situation.landlord === when.landlord : true],
  ];
  if (asked.some(([, fit]) => fit === false)) return null;
  return asked.filter(([, fit]) => fit === null).map(([name]) => name);
}

/** Null: not known. */
function among<T extends string>(named: readonly T[] | undefined, is: T): boolean | null {
  if (named === undefined) return true;
  if (is === 'not_known') return null;
  return named.includes(is);
}
