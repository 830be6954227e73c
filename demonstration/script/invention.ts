import { type Chance, chance } from '#modules/simulator/pure.ts';
import { type InventedLandlord, landlords } from './landlords.ts';
import { familyName, givenName } from './names.ts';
import { type Post, teamOf } from './team.ts';

/** What somebody asks of `lintel demo`. */
export interface Invention {
  readonly packId: string;
  readonly homes: number;
  readonly months: number;
  /** The short names that are taken. */
  readonly taken: readonly string[];
}

const beginnings = [
  'Alderfen',
  'Brambleholt',
  'Cinderhay',
  'Duskmere',
  'Everdale',
  'Fernwater',
  'Gableford',
  'Hollinside',
];
const ends = ['Homes', 'Housing', 'Living', 'Community Homes'];
const streets = [
  'Anvil Close',
  'Bellflower Way',
  'Copperfield Row',
  'Dyers Walk',
  'Eastgate Court',
  'Fletcher’s Green',
  'Granary Lane',
  'Haystack Road',
  'Inkwell Gardens',
  'Jasmine Terrace',
  'Kestrel Rise',
  'Lockkeeper’s Yard',
];

/** Another landlord that does not exist: the same for the same question, and never one that is there already. */
export function inventLandlord({ packId, homes, months, taken }: Invention): InventedLandlord {
  const drawn = chance(`${packId}/${homes}/${months}`);
  const free = drawn
    .shuffled(beginnings.flatMap((beginning) => ends.map((end) => `${beginning} ${end}`)))
    .find((name) => !taken.includes(slugOf(name)));
  if (!free) throw new Error('There is no name left for another invented landlord');
  const slug = slugOf(free);
  const [town = ''] = free.split(' ');
  return {
    name: free,
    slug,
    packId,
    town,
    council: `${town} District Council`,
    outwards: ['ZZ4', 'ZZ5', 'ZZ6'],
    streets,
    homes,
    closes: 'christmas',
    team: teamOf(`${slug}.example`, peopleOf(drawn.apart('team'), workersFor(homes))),
  };
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** One for some six thousand homes, and never fewer than two (domain §15). */
function workersFor(homes: number): number {
  return Math.max(2, Math.round(homes / 6_000));
}

function peopleOf(drawn: Chance, workers: number): Parameters<typeof teamOf>[1] {
  const names = new Set(landlords.flatMap(({ team }) => team.map((person) => person.name)));
  const somebody = (): string => {
    const name = `${givenName(drawn, drawn.yes(0.6) ? 'woman' : 'man')} ${familyName(drawn)}`;
    if (names.has(name)) return somebody();
    names.add(name);
    return name;
  };
  const posts: readonly (readonly [Post, string])[] = [
    ['administrator', 'Systems administrator'],
    ['director', 'Director of customer services'],
    ['manager', 'Domestic abuse manager'],
    ['deputy', 'Deputy manager, and administrator'],
    ...Array.from({ length: workers }, (_, nth) => [`worker${nth + 1}`, 'Domestic abuse adviser'] as const),
    ['colleague1', 'Housing officer'],
    ['colleague2', 'Customer adviser'],
    ['colleague3', 'Estate officer'],
    ['income', 'Income officer'],
    ['finance', 'Finance officer'],
    ['contractor', 'Repairs operative'],
    ['protection', 'Data protection officer'],
    ['lettings', 'Lettings officer'],
  ];
  return posts.map(([post, title]) => [post, somebody(), title]);
}
