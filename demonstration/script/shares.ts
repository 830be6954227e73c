import type { Chance } from '#modules/simulator/pure.ts';
import type { Route, ToldBy } from '#rules/words.ts';
import type { Relation } from './accounts.ts';
import type { Teller } from './other-accounts.ts';

/** By which way it came, and who told it in whose words. */
export interface Telling {
  readonly route: Route;
  readonly toldBy: ToldBy;
  /** Whose words; null: the person's own. */
  readonly teller: Teller | null;
}

const own = (route: Route): Telling => ({ route, toldBy: 'person', teller: null });

export const atLetting: Telling = { route: 'new_letting', toldBy: 'person', teller: 'letting' };

/** Shares of all disclosures as the domain reference §15 has them; each route comes at least once. */
const tellings: readonly (readonly [Telling, number])[] = [
  [own('phone'), 12],
  [own('home_visit'), 4],
  [own('face_to_face'), 2],
  [{ route: 'agency', toldBy: 'agency', teller: 'police' }, 5],
  [own('email'), 4],
  [{ route: 'agency', toldBy: 'agency', teller: 'agency' }, 4],
  [own('web_form'), 2],
  [own('web_chat'), 2],
  [{ route: 'seen_by_contractor', toldBy: 'contractor', teller: 'contractor' }, 3],
  [{ route: 'seen_by_colleague', toldBy: 'colleague', teller: 'colleague' }, 3],
  [{ route: 'phone', toldBy: 'friend_family', teller: 'friend_family' }, 2],
  [{ route: 'web_form', toldBy: 'neighbour', teller: 'neighbour' }, 1],
  [{ route: 'phone', toldBy: 'neighbour', teller: 'neighbour' }, 1],
  [own('letter'), 1],
  [atLetting, 1],
  [{ route: 'tenancy_matter', toldBy: 'colleague', teller: 'matter' }, 1],
];

const relations: readonly (readonly [Relation, number])[] = [
  ['ex', 21],
  ['partner', 14],
  ['child', 5],
  ['parent', 2],
  ['sibling', 2],
  ['family', 3],
  ['co_parent', 1],
];

/** How the first promise of a disclosure went. */
export type Fate =
  | 'kept'
  /** Nobody was reached before the office closed; the next morning they were. */
  | 'late'
  /** The decision took longer than four working hours; contact was still made that day. */
  | 'slow'
  /** No safe way that day, as a manager agreed. */
  | 'planned'
  /** A manager knew of a safe way. */
  | 'declined'
  /** Somebody else helps better, and was spoken to. */
  | 'handover';

const fates: readonly (readonly [Fate, number])[] = [
  ['kept', 32],
  ['late', 2],
  ['slow', 2],
  ['planned', 2],
  ['declined', 1],
  ['handover', 3],
];

/** Cards in a pack rather than dice: in so few stories every kind comes as often as it should. */
export function dealt(
  chance: Chance,
  stories: number,
): {
  readonly tellings: readonly Telling[];
  readonly relations: readonly Relation[];
  readonly fates: readonly Fate[];
} {
  return {
    tellings: cards(tellings, stories, chance.apart('tellings')),
    relations: cards(relations, stories, chance.apart('relations')),
    fates: cards(fates, stories, chance.apart('fates')),
  };
}

/** Pack after pack, each shuffled, until there is a card for every story. */
function cards<T>(counted: readonly (readonly [T, number])[], stories: number, chance: Chance): readonly T[] {
  const pack = counted.flatMap(([value, times]) => Array.from({ length: times }, () => value));
  const drawn: T[] = [];
  while (drawn.length < stories) drawn.push(...chance.shuffled(pack));
  return drawn;
}
