import type { OrganisationId } from '#rules/facts.ts';

/** A landlord as the public sees it. */
export interface Landlord {
  readonly id: OrganisationId;
  /** The first part of its addresses here. */
  readonly slug: string;
  readonly name: string;
  readonly packId: string;
  readonly demonstration: boolean;
}

export interface Helpline {
  readonly name: string;
  readonly phone: string;
  readonly says: string;
  /** When somebody answers; '' where it is not known. */
  readonly hours: string;
  /** When somebody last rang or looked, in words. */
  readonly checkedOn: string;
}

/** Where every page of a landlord is. */
export const paths = {
  home: (slug: string) => `/${slug}`,
  tellUs: (slug: string) => `/${slug}/tell-us`,
  thanks: (slug: string) => `/${slug}/thanks`,
  safety: (slug: string) => `/${slug}/safety`,
} as const;

/** Where leaving leads: a page that looks like anybody's, and shows nothing of whoever opened it. */
export const exitUrl = 'https://www.bbc.co.uk/weather';
