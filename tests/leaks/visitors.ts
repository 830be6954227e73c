import type { Role } from '#rules/facts.ts';
import type { Scope } from './secrets.ts';

export interface VisitorKind {
  readonly name: string;
  readonly landlord: 'one' | 'other';
  /** Null: nobody is signed in. */
  readonly roles: readonly Role[] | null;
  /** To the hidden case: named among those who need to know, or party to it, whatever else they are. */
  readonly tie?: 'granted' | 'conflict';
  /** Whose secrets they may read in a page's body. What is not listed is found nowhere, or it is a leak. */
  readonly sees: readonly Scope[];
}

/** Who walks through every route, and what each may see. The default is nothing. */
export const visitorKinds: readonly VisitorKind[] = [
  {
    name: 'a manager of the team who needs to know',
    landlord: 'one',
    roles: ['da_manager'],
    tie: 'granted',
    sees: [
      'rates',
      'hidden',
      'emergency',
      'waiting',
      'unnamed',
      'rang',
      'open',
      'register',
      'nextdoor',
      'colleague',
      'policy',
      'funds',
    ],
  },
  {
    name: 'a worker who needs to know',
    landlord: 'one',
    roles: ['da_worker'],
    tie: 'granted',
    sees: [
      'rates',
      'hidden',
      'emergency',
      'waiting',
      'unnamed',
      'rang',
      'open',
      'register',
      'nextdoor',
      'colleague',
      'draft',
      'funds',
    ],
  },
  {
    name: 'a worker of the team who was not named',
    landlord: 'one',
    roles: ['da_worker'],
    sees: ['rates', 'open', 'register', 'nextdoor', 'colleague', 'funds'],
  },
  {
    name: 'a manager of the team with a conflict',
    landlord: 'one',
    roles: ['da_manager'],
    tie: 'conflict',
    sees: ['rates', 'open', 'nextdoor', 'colleague', 'policy', 'funds'],
  },
  {
    name: 'a worker who keeps an own file',
    landlord: 'one',
    roles: ['da_worker'],
    sees: ['rates', 'ownside', 'open', 'nextdoor', 'colleague', 'funds'],
  },
  {
    name: 'a manager who keeps an own file',
    landlord: 'one',
    roles: ['da_manager'],
    sees: ['rates', 'ownside', 'open', 'nextdoor', 'colleague', 'policy', 'funds'],
  },
  {
    name: 'an administrator and manager with a conflict',
    landlord: 'one',
    roles: ['administrator', 'da_manager'],
    tie: 'conflict',
    sees: ['rates', 'open', 'nextdoor', 'imports', 'colleague', 'signin', 'policy', 'funds'],
  },
  {
    name: 'an administrator',
    landlord: 'one',
    roles: ['administrator'],
    sees: ['rates', 'register', 'nextdoor', 'imports', 'colleague', 'signin', 'policy'],
  },
  { name: 'a director', landlord: 'one', roles: ['director'], sees: ['rates', 'policy'] },
  {
    name: 'a data protection officer',
    landlord: 'one',
    roles: ['data_protection_officer'],
    sees: ['emergency', 'colleague'],
  },
  {
    name: 'a data protection officer with a conflict',
    landlord: 'one',
    roles: ['data_protection_officer'],
    tie: 'conflict',
    sees: [],
  },
  { name: 'a colleague', landlord: 'one', roles: ['colleague'], sees: ['colleague'] },
  {
    name: 'a colleague with a conflict',
    landlord: 'one',
    roles: ['colleague'],
    tie: 'conflict',
    sees: ['colleague'],
  },
  {
    name: 'an income officer',
    landlord: 'one',
    roles: ['income'],
    sees: ['register', 'nextdoor', 'colleague'],
  },
  {
    name: 'an income officer with a conflict',
    landlord: 'one',
    roles: ['income'],
    tie: 'conflict',
    sees: ['nextdoor', 'colleague'],
  },
  { name: 'a lettings officer', landlord: 'one', roles: ['lettings'], sees: ['colleague'] },
  {
    name: 'a lettings officer with a conflict',
    landlord: 'one',
    roles: ['lettings'],
    tie: 'conflict',
    sees: ['colleague'],
  },
  { name: 'a finance officer', landlord: 'one', roles: ['finance'], sees: ['rates', 'colleague', 'funds'] },
  {
    name: 'a finance officer with a conflict',
    landlord: 'one',
    roles: ['finance'],
    tie: 'conflict',
    sees: ['rates', 'colleague', 'funds'],
  },
  { name: 'a contractor', landlord: 'one', roles: ['contractor'], sees: [] },
  { name: 'a contractor with a conflict', landlord: 'one', roles: ['contractor'], tie: 'conflict', sees: [] },
  {
    name: 'a manager and administrator of another landlord',
    landlord: 'other',
    roles: ['administrator', 'da_manager'],
    sees: ['elsewhere'],
  },
  { name: 'nobody', landlord: 'one', roles: null, sees: [] },
];
