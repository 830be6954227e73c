import type { WorkingCalendar } from '#rules/calendar.ts';
import { allowed, type Verdict } from '#rules/facts.ts';
import { type Handled, mayReach, type Selection } from '#rules/handling.ts';
import {
  handingPlaces,
  mayGivePaper,
  type PaperFacts,
  type PaperPlace,
  type PaperWay,
  postalWays,
} from '#rules/own-paper.ts';
import type { Around, Leaving, Outlet } from '#rules/who-would-learn.ts';
import type { Choice } from '#rules/words.ts';
import type { Audience } from './audience.ts';

/** Why a chronology leaves Lintel as a file. It decides who reads it, and so what is left out. */
export const purposes = [
  {
    value: 'file',
    label: 'For the team’s own file',
    hint: 'Nothing is left out. It stays with people who may see this case',
  },
  {
    value: 'partner',
    label: 'For another agency',
    hint: 'A specialist service, the police, a Marac, the council',
  },
  { value: 'court', label: 'For a court or a solicitor', hint: 'Expect that the other side reads all of it' },
  {
    value: 'person',
    label: 'For the person themselves',
    hint: 'Their own copy, on paper, where a safe way and place were agreed',
  },
] as const satisfies readonly Choice[];
export type Purpose = (typeof purposes)[number]['value'];

export const formats = [
  { value: 'pdf', label: 'PDF', hint: 'To read, print and serve' },
  { value: 'paper', label: 'On paper', hint: 'A sheet to print now, from the browser' },
  { value: 'word', label: 'Word', hint: 'To work on' },
  { value: 'csv', label: 'Spreadsheet (CSV)', hint: 'To sort and count' },
] as const satisfies readonly Choice[];
export type Format = (typeof formats)[number]['value'];

export interface Asked {
  readonly purpose: Purpose;
  readonly recipient: string;
}

/** How the person may be given their own copy: only on paper, and only as it was agreed. */
export interface OwnCopyWays {
  readonly ways: readonly (PaperPlace & { readonly by: PaperWay })[];
  /** Where there is none, why. */
  readonly verdict: Verdict;
}

export function ownCopyWays(
  facts: PaperFacts,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): OwnCopyWays {
  const handed = mayGivePaper('handed_over', facts, now, calendar);
  const ways = [
    ...(handed.allowed
      ? handingPlaces(facts.agreement, now).map((place) => ({
          ...place,
          label: `Handed over: ${place.label}`,
          by: 'handed_over' as const,
        }))
      : []),
    ...postalWays(facts, now, calendar).map((place) => ({ ...place, by: 'posted' as const })),
  ];
  return { ways, verdict: ways.length > 0 ? allowed : handed };
}

/** As a file, which is printed in the end, or as a sheet of paper, which is kept on no computer. */
export type Kind = 'file' | 'paper';
export const kindOf = (format: Format): Kind => (format === 'paper' ? 'paper' : 'file');

interface Surroundings {
  readonly around: Around;
  readonly conflicts: boolean;
}

/** In which ways it leaves, and for whom. */
export function leavingAs(
  kind: Kind,
  { purpose, reaches, recipient }: Pick<Asked, 'purpose' | 'recipient'> & { readonly reaches: string },
  { ways }: OwnCopyWays,
  { around, conflicts }: Surroundings,
): Leaving {
  const by: readonly Outlet[] = kind === 'paper' ? ['print'] : ['download', 'print'];
  if (purpose === 'file') return { by, to: 'team', conflicts };
  if (purpose !== 'person')
    return { by, to: purpose === 'partner' ? 'agency' : 'court', at: recipient, conflicts };
  const way = ways.find(({ label }) => label === reaches);
  return {
    by: [way?.by === 'posted' ? 'letter' : 'handed_over', ...by],
    to: 'person',
    over: way?.over,
    ...{ around, conflicts },
  };
}

const readers: Readonly<Record<Purpose, Audience | null>> = {
  file: null,
  partner: 'agencies',
  court: 'agencies',
  person: 'person',
};

/**
 * Which entries this reader may see, by the one rule of everything that leaves.
 * @param entries all of the case, so that no correction is overlooked
 */
export function selectFor<E extends Handled>(purpose: Purpose, entries: readonly E[]): Selection<E> {
  return mayReach(readers[purpose], entries);
}
