/** How much is told, and for how long. */
export interface Season {
  readonly disclosures: number;
  /** How many days back the stories go. */
  readonly days: number;
}

/** What comes with `npm start`: more than so few homes would tell, so that there is something of everything. */
export const shownSeason: Season = { disclosures: 26, days: 112 };

/** Of a thousand homes, so many tell us in a year (domain §15: 8 to 15). */
const toldInAYear = 11.5;

/** As much as a landlord of that size hears in that time. */
export function seasonOf(homes: number, months: number): Season {
  const days = Math.round(months * 30.4);
  return { disclosures: Math.max(1, Math.round((homes / 1_000) * toldInAYear * (months / 12))), days };
}
