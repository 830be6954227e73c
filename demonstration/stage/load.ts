import { noMail } from '#kit/mail.ts';
import { officeUnder } from '#kit/office.ts';
import { asOneTransaction, sideBySide } from '#kit/one-transaction.ts';
import { hashPassword } from '#kit/password-hash.ts';
import type { Services } from '#kit/services.ts';
import type { Database } from '#kit/sql.ts';
import { jobs as boardJobs } from '#modules/board/index.ts';
import { jobs as promiseJobs } from '#modules/obligations/index.ts';
import { chance } from '#modules/simulator/pure.ts';
import { today } from '#rules/calendar.ts';
import { noClosedDays } from '#rules/closed-days.ts';
import type { StaffId } from '#rules/facts.ts';
import { closedDaysOf, closureOf } from '../script/closures.ts';
import { householdsOf } from '../script/households.ts';
import { inventLandlord } from '../script/invention.ts';
import { type InventedLandlord, landlords } from '../script/landlords.ts';
import { registerFiles } from '../script/register-files.ts';
import { scriptOf } from '../script/script.ts';
import { type Season, seasonOf, shownSeason } from '../script/season.ts';
import { password } from '../script/sign-ins.ts';
import type { Theatre } from './acting.ts';
import { claimEmpty, claimSlugs } from './claim.ts';
import { found, importHouseholds } from './landlord.ts';
import { measure } from './measure.ts';
import { type Clock, nextLookAfter, passTime } from './pass-time.ts';
import { play } from './play.ts';

/** For so many days before the first story a landlord has had Lintel. */
const settlingIn = 8;

/**
 * Fills an empty database by playing months through the product's own functions under a simulated clock that ends now:
 * both landlords side by side, and all or nothing. Where another program was first, nothing is done.
 */
export async function load(services: Services, said: (share: number) => void): Promise<void> {
  await asOneTransaction(services.db, async (claiming) => {
    if (!(await claimEmpty(claiming))) return;
    const hash = await hashPassword(password);
    const shares = landlords.map(() => 0);
    const playing = landlords.map((landlord, nth) => (db: Database) => {
      const told = (share: number) => {
        shares[nth] = share;
        said(shares.reduce((sum, each) => sum + each, 0) / landlords.length);
      };
      return playLandlord({ ...services, db, mail: noMail }, { landlord, season: shownSeason, hash }, told);
    });
    await sideBySide(services.db, playing);
  });
}

/**
 * Adds one more invented landlord of that size to a database, whatever else is in it: all or nothing.
 * @returns its name
 */
export async function loadInvented(
  services: Services,
  asked: { readonly packId: string; readonly homes: number; readonly months: number },
  said: (share: number) => void,
): Promise<InventedLandlord> {
  return asOneTransaction(services.db, async (db) => {
    const landlord = inventLandlord({ ...asked, taken: await claimSlugs(db) });
    const season = seasonOf(asked.homes, asked.months);
    const hash = await hashPassword(password);
    await playLandlord({ ...services, db, mail: noMail }, { landlord, season, hash }, said);
    return landlord;
  });
}

/** Steps after which the planner is told anew: seldom, and the more so the more there is. */
const measuredAt = [60, 250, 1_000, 4_000, 16_000];

interface Played {
  readonly landlord: InventedLandlord;
  readonly season: Season;
  readonly hash: string;
}

async function playLandlord(
  real: Services,
  { landlord, season, hash }: Played,
  said: (share: number) => void,
): Promise<void> {
  const present = real.now().round({ smallestUnit: 'second', roundingMode: 'floor' });
  const begin = present.subtract({ hours: 24 * (season.days + settlingIn) });
  let simulated = begin;
  const services: Services = { ...real, now: () => simulated };
  const founded = await found(services, landlord, hash, begin);
  const { organisation } = founded;
  const { packs } = services;
  const pack = packs.find(landlord.packId);
  const closure = closureOf(landlord, packs.calendarOf(pack, noClosedDays), present);
  const closedDays = closedDaysOf(closure);
  const officeAt = (staff: StaffId | null, now: Temporal.Instant) => {
    const known = Temporal.Instant.compare(now, closure.decidedAt) <= 0 ? noClosedDays : closedDays;
    return officeUnder(packs, landlord.packId, { organisation, staff, now }, known);
  };
  const { calendar } = officeAt(null, present);
  const lastDay = today({ now: present, calendar });
  const households = householdsOf(landlord, chance(`${landlord.slug}/homes`), lastDay);
  const administrator = founded.colleagues.get('administrator')?.id ?? null;
  const files = registerFiles(landlord, households);
  await importHouseholds(services, officeAt(administrator, begin), files);
  const script = scriptOf(landlord, households, season, calendar, present, closure);
  const theatre: Theatre = { ...founded, services, calendar, officeAt, present, stories: new Map() };
  const to = (at: Temporal.Instant) => {
    simulated = at;
  };
  let clock: Clock = { at: begin, to, nextLook: null };
  for (const [nth, step] of script.entries()) {
    const nextLook = await passTime(theatre, clock, step.at);
    await play(theatre, step);
    clock = { at: step.at, to, nextLook: await nextLookAfter(theatre, step, nextLook) };
    if (measuredAt.includes(nth)) await measure(services, organisation);
    if (nth % 25 === 0) said(nth / script.length);
  }
  await passTime(theatre, clock, present);
  // Sums up the months for the board; and what was told in them was written about in them: nobody is sent it again.
  for (const job of [...promiseJobs, ...boardJobs]) await job.run(services, organisation);
  said(1);
}
