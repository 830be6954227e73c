/** Where an amount of a fund lies. What leaves one place arrives at another, so that the books always balance. */
export type Place = 'landlord' | 'free' | 'reserved' | 'committed' | 'paid';
/** How far something that helps somebody has taken its money: approved, ordered, paid. */
export type Taken = Extract<Place, 'reserved' | 'committed' | 'paid'>;

/** A place of one fund in one financial year. */
export interface At {
  readonly year: number;
  readonly place: Place;
}

export interface Move {
  readonly from: At;
  readonly to: At;
  readonly pence: number;
}

/** What one thing holds of a fund. */
export interface Held {
  readonly year: number;
  readonly place: Taken;
  readonly pence: number;
}

/** What it should hold; null: nothing. */
export type Wanted = { readonly place: Taken; readonly pence: number } | null;

/** The financial year in which a day lies: 2026 is from 1 April 2026. */
export function financialYear(day: Temporal.PlainDate): number {
  return day.month >= 4 ? day.year : day.year - 1;
}

/** `2026 to 2027`. */
export function yearInWords(year: number): string {
  return `${year} to ${year + 1}`;
}

/**
 * The moves after which it holds what it should: what it holds goes on, what is too much is set free in the year from
 * which it came, and only what is missing then is taken, last, of the year that runs. Nothing is ever rubbed out: what
 * turns out to be wrong moves back.
 */
export function movesTo(held: readonly Held[], wanted: Wanted, year: number): readonly Move[] {
  let missing = wanted?.pence ?? 0;
  const goesOn = ({ place }: Held) => Number(place === wanted?.place);
  const kept = held
    .filter(({ pence }) => pence > 0)
    .toSorted((one, other) => goesOn(other) - goesOn(one) || one.year - other.year)
    .flatMap((each): readonly Move[] => {
      const stays = Math.min(each.pence, missing);
      missing -= stays;
      const from = { year: each.year, place: each.place };
      const on: Move | null =
        stays > 0 && wanted && wanted.place !== each.place
          ? { from, to: { year: each.year, place: wanted.place }, pence: stays }
          : null;
      const back: Move | null =
        each.pence > stays
          ? { from, to: { year: each.year, place: 'free' }, pence: each.pence - stays }
          : null;
      return [on, back].filter((move) => move !== null);
    });
  if (!wanted || missing === 0) return kept;
  return [...kept, { from: { year, place: 'free' }, to: { year, place: wanted.place }, pence: missing }];
}

export interface SpendingStep {
  readonly step: string;
  readonly struck: boolean;
  readonly pence: number | null;
  readonly fundId: string | null;
}

/** What an offer should hold, by its steps that stand: approved it is reserved, ordered committed, priced paid. */
export function wantedBy(
  steps: readonly SpendingStep[],
): { readonly fundId: string; readonly wanted: Wanted } | null {
  const standing = steps.filter(({ struck }) => !struck);
  const approvedAt = standing.findLastIndex(({ step }) => step === 'approved');
  const approved = standing[approvedAt];
  if (!approved?.fundId || approved.pence === null) return null;
  const { fundId, pence } = approved;
  const since = standing.slice(approvedAt + 1);
  const delivery = since.findLast(({ step }) => step === 'delivered');
  const last = since.at(-1)?.step ?? 'approved';
  const committed = { fundId, wanted: { place: 'committed', pence } } as const;
  if (last === 'approved') return { fundId, wanted: { place: 'reserved', pence } };
  // what did not come, or came without a price, is still to be paid
  if (last === 'ordered' || last === 'not_come') return committed;
  if (!delivery) return { fundId, wanted: last === 'confirmed' ? committed.wanted : null };
  // what was paid stays paid, however it ended
  return delivery.pence === null ? committed : { fundId, wanted: { place: 'paid', pence: delivery.pence } };
}
