import type { Against } from './gate.ts';
import type { Household } from './household.ts';

/** Why it is held, what that rests on, and what would open the door. */
export interface Held extends Against {
  readonly opens: string;
}

export function held(reason: string, basis: Against['basis'], opens: string, mark?: string): Held {
  return { reason, basis, opens, ...(mark !== undefined && { mark }) };
}

/**
 * Who is or was at the home to which post would go. Post to an address outside the home was agreed by itself; where
 * nobody can tell whether an address is the home, it is taken for it.
 */
export function againstPost(
  says: 'neutral' | 'something',
  { feared, tenants }: Household,
  atHome: boolean | null,
): readonly Held[] {
  if (atHome === false) return [];
  const elsewhere = 'Agree another address, with its postcode, by itself.';
  const unknown = feared.length === 0 || feared.includes('not_known');
  return [
    ...fearedAtHome({ feared }, atHome),
    ...(unknown && says === 'something'
      ? [
          held(
            'Whether whoever they fear comes by this post is not on record.',
            'perpetrator-gate',
            'Write down who that is, and whether they live there.',
          ),
        ]
      : []),
    ...(tenants !== 0 && says === 'something'
      ? [
          held(
            tenants === null ? 'Who holds this home is not on record.' : 'Somebody else holds this home too.',
            'need-to-know',
            elsewhere,
          ),
        ]
      : []),
  ];
}

/** Post to a home at which whoever they fear is or was, or that may be that home. */
export function fearedAtHome(
  { feared }: Pick<Household, 'feared'>,
  atHome: boolean | null,
): readonly [] | readonly [Held] {
  if (atHome === false || feared.every((each) => each === 'not_known')) return [];
  return [
    held(
      atHome === null
        ? 'Whoever they fear is or was at their home, and this may be that address.'
        : 'Whoever they fear is or was at this home.',
      'perpetrator-gate',
      'Agree another address, with its postcode, by itself.',
    ),
  ];
}

/** Whether an address is that home: without a postcode on both sides nobody can tell two addresses apart. */
export function isThatHome(address: string, home: string): boolean | null {
  const [one, other] = [postcodeIn(address), postcodeIn(home)];
  return one && other ? one === other : null;
}

export function postcodeIn(address: string): string | null {
  const found = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i.exec(address);
  return found ? `${found[1]}${found[2]}`.toUpperCase() : null;
}
