import { type Person, teamOf } from './team.ts';

/** A landlord that does not exist, in a town that does not exist. */
export interface InventedLandlord {
  readonly name: string;
  readonly slug: string;
  readonly packId: string;
  readonly town: string;
  readonly council: string;
  /** Postcodes of areas that Royal Mail has given to nobody. */
  readonly outwards: readonly string[];
  readonly streets: readonly string[];
  readonly homes: number;
  /** When it closes its office by its own choice. */
  readonly closes: 'christmas' | 'training';
  /** Whether it asks with a tool of its own, beside those that come with Lintel. */
  readonly ownTool?: true;
  readonly team: readonly Person[];
}

export const landlords: readonly InventedLandlord[] = [
  {
    name: 'Quillbrook Homes',
    slug: 'quillbrook',
    packId: 'vivid-2023',
    town: 'Larkhaven',
    council: 'Larkhaven Borough Council',
    outwards: ['ZZ1', 'ZZ2', 'ZZ3'],
    streets: [
      'Amberley Rise',
      'Bobbin Street',
      'Cooper’s Yard',
      'Dovecote Lane',
      'Elder Walk',
      'Foundry Close',
      'Glover’s Row',
      'Hopfield Road',
      'Kiln Court',
      'Lantern Gardens',
      'Millrace View',
      'Orchard Crescent',
    ],
    homes: 310,
    closes: 'christmas',
    ownTool: true,
    team: teamOf('quillbrook.example', [
      ['administrator', 'Odette Marchpane', 'Systems administrator'],
      ['director', 'Conrad Yewdale', 'Director of customer services'],
      ['manager', 'Rosalind Thistlewaite', 'Domestic abuse manager'],
      ['deputy', 'Idris Wetherlam', 'Deputy manager, and administrator'],
      ['worker1', 'Amara Fieldwick', 'Domestic abuse adviser', 'woman'],
      ['worker2', 'Tamsin Oakenshawe', 'Domestic abuse adviser', 'woman'],
      ['worker3', 'Hamza Kirkbridge', 'Domestic abuse adviser', 'man'],
      ['worker4', 'Nerys Pennywell', 'Domestic abuse adviser', 'woman'],
      ['worker5', 'Kalina Saltwick', 'Domestic abuse adviser'],
      ['colleague1', 'Barnaby Underhay', 'Housing officer'],
      ['colleague2', 'Farzana Plumtree', 'Customer adviser'],
      ['colleague3', 'Lorcan Drayhurst', 'Estate officer'],
      ['income', 'Sorrel Hathersage', 'Income officer'],
      ['finance', 'Lettice Corrigan', 'Finance officer'],
      ['contractor', 'Perran Stonehewer', 'Repairs operative'],
      ['protection', 'Verity Ashcombe', 'Data protection officer'],
      ['lettings', 'Maren Ashlock', 'Lettings officer'],
    ]),
  },
  {
    name: 'Wrenfold Living',
    slug: 'wrenfold',
    packId: 'livv-2024',
    town: 'Brindlewick',
    council: 'Brindlewick Metropolitan Council',
    outwards: ['ZZ7', 'ZZ8', 'ZZ9'],
    streets: [
      'Alder Bank',
      'Barley Croft',
      'Chandler Way',
      'Drover’s Green',
      'Fallow Road',
      'Goldfinch Close',
      'Harrier Street',
      'Ivy Terrace',
      'Juniper Court',
      'Linnet Avenue',
      'Meadowsweet Lane',
      'Ropewalk Place',
    ],
    homes: 290,
    closes: 'training',
    team: teamOf('wrenfold.example', [
      ['administrator', 'Silas Garrowby', 'Systems administrator'],
      ['director', 'Philippa Norcastle', 'Director of communities'],
      ['manager', 'Dafydd Harkaway', 'Manager, community safety'],
      ['deputy', 'Winifred Loxmere', 'Deputy manager, and administrator'],
      ['worker1', 'Shanice Merriweld', 'Community safety adviser', 'woman'],
      ['worker2', 'Eamon Larkenby', 'Community safety adviser', 'man'],
      ['worker3', 'Parveen Inchbrook', 'Community safety adviser', 'woman'],
      ['worker4', 'Carys Hollowday', 'Community safety adviser'],
      ['colleague1', 'Jethro Swallowfield', 'Neighbourhood officer'],
      ['colleague2', 'Indira Callowhay', 'Customer adviser'],
      ['colleague3', 'Fergus Tillotsby', 'Lettings officer'],
      ['income', 'Bevis Ormathwaite', 'Income officer'],
      ['finance', 'Ansel Duckworth', 'Finance officer'],
      ['contractor', 'Kirsty Beckfold', 'Repairs operative'],
      ['protection', 'Oswin Tarrant', 'Data protection officer'],
      ['lettings', 'Tobit Fenwright', 'Lettings officer'],
    ]),
  },
];
