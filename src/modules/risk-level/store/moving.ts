import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { type Loosened, loosenedAuthorities, loosenedByMoving, type Move, type Weighing } from '../moving.ts';
import { areasOf, tellItWeighsLess, thresholdFor, thresholdsOf } from './thresholds.ts';
import { weighedInstruments } from './weighed-instruments.ts';

async function weighing(tx: Tx, office: Office): Promise<Weighing> {
  const [thresholds, instruments] = await Promise.all([
    thresholdsOf(tx, office.organisation),
    weighedInstruments(tx, office.organisation, today(office)),
  ]);
  return { thresholds, instruments, today: today(office) };
}

/** Which local authorities would be weighed more loosely with an area of these; null: a new area. */
export async function loosenedIn(
  tx: Tx,
  office: Office,
  areaId: string | null,
  authorities: readonly string[],
): Promise<readonly Loosened[]> {
  const [areas, by] = await Promise.all([areasOf(tx, office.organisation), weighing(tx, office)]);
  return loosenedAuthorities(areaId, authorities, areas, by);
}

/** What of hearing one case elsewhere makes its risk weigh less. */
export async function loosenedFor(tx: Tx, office: Office, move: Move): Promise<readonly string[]> {
  return move.from === move.to ? [] : loosenedByMoving(move, await weighing(tx, office));
}

/** The area in which a case is heard today; null: in none. */
export async function heardIn(tx: Tx, office: Office, caseId: CaseId): Promise<string | null> {
  const { area } = await thresholdFor(tx, office.organisation, caseId, today(office));
  return area?.id ?? null;
}

/**
 * Where a case is heard followed from its home, which has just become another. @returns whether its risk weighs less
 * there than where it was heard before; every manager who sees the case is told then
 */
export async function tellIfItWeighsLess(
  tx: Tx,
  office: Office,
  { caseId, heardBefore }: { readonly caseId: CaseId; readonly heardBefore: string | null },
): Promise<boolean> {
  const move = { from: heardBefore, to: await heardIn(tx, office, caseId) };
  const weighsLess = (await loosenedFor(tx, office, move)).length > 0;
  if (weighsLess) await tellItWeighsLess(tx, office, caseId);
  return weighsLess;
}
