import { toldApart } from '../lintel/counter-allegations.ts';
import { actedSafely } from '../lintel/perpetrators.ts';
import type { PolicyPart } from '../part.ts';

/** Clauses 2.8 to 2.12: partnership, and perpetrators. */
export const partnershipAndPerpetrators: PolicyPart = {
  clauses: [
    {
      id: 'L2.8',
      heading: 'Partnership',
      says: 'The landlord works with other agencies of its own accord, with the customer’s consent.',
    },
    {
      id: 'L2.9',
      heading: 'Perpetrators',
      says:
        'Abuse is a crime and a breach of tenancy; action is centred on the survivor, fits the person, ' +
        'and disrupts the survivor as little as can be.',
    },
    {
      id: 'L2.10',
      heading: 'Perpetrators',
      says: 'Information or evidence is shared for prosecution, and ending the perpetrator’s tenancy is considered.',
    },
    {
      id: 'L2.11',
      heading: 'Perpetrators',
      says: 'Action is taken in partnership with the survivor, whose wishes are considered.',
    },
    {
      id: 'L2.12a',
      heading: 'Perpetrators',
      says: 'Appropriate action is considered, but never if it may raise the survivor’s risk.',
    },
    {
      id: 'L2.12b',
      heading: 'Perpetrators',
      says: 'Perpetrators are referred to programmes where appropriate.',
    },
    {
      id: 'L2.12c',
      heading: 'Perpetrators',
      says: 'Breaches of tenancy are handled under the anti-social behaviour policy and procedure.',
    },
  ],
  commitments: [
    ...actedSafely({ clauses: ['L2.11', 'L2.12a', 'L2.9'], programmes: ['L2.12b'], person: 'survivor' }),
    ...toldApart({ clauses: ['L2.9', 'L2.12a'], person: 'survivor' }),
  ],
};
