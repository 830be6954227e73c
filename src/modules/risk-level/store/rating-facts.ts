import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Indication } from '../rating.ts';
import { circumstancesOf, indicatedToday, type Standing } from '../rating-decision.ts';
import type { LocalRules } from '../threshold.ts';
import { type Rating, ratingOf, waitToRate } from './ratings.ts';
import { receivedInForce } from './received-facts.ts';
import { thresholdFor } from './thresholds.ts';

/** What stands and what is known, for whoever rates next: nobody else rates this case until they are done. */
export async function standingToRate(tx: Tx, office: Office, caseId: CaseId): Promise<Standing> {
  await waitToRate(tx, office.organisation, caseId);
  const [before, known] = await Promise.all([
    ratingOf(tx, office.organisation, caseId),
    knownToday(tx, office, caseId),
  ]);
  return { before, ...known };
}

/** What is indicated now, for a page that asks about the level. @param before the rating that stands */
export async function indicatedNow(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  before: Rating | null,
): Promise<Indication & Pick<LocalRules, 'repeat'>> {
  const known = await knownToday(tx, office, caseId);
  const indicated = indicatedToday({ before, ...known }, circumstancesOf(before));
  return { ...indicated, repeat: known.local.repeat };
}

async function knownToday(tx: Tx, office: Office, caseId: CaseId): Promise<Omit<Standing, 'before'>> {
  const { organisation, calendar } = office;
  const day = today(office);
  const { rules: local } = await thresholdFor(tx, organisation, caseId, day);
  const received = await receivedInForce(tx, organisation, caseId, calendar.rules.timeZone, local);
  return { local, received, today: day };
}
