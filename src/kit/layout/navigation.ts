import type { Options } from '../components/options.ts';

/** One entry of the main navigation. */
export type NavigationItem = Options<{
  href: string;
  text: string;
  /** This very page. */
  current?: boolean;
  /** This page or one below it. */
  active?: boolean;
  count?: number;
}>;

/** What belongs together below “More”, such as “Team”. */
export type NavigationGroup = { readonly heading: string; readonly items: readonly NavigationItem[] };
