import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import { type Loosened, loosenedAuthorities, loosenedByMoving, type Move, type Weighing } from '../moving.ts';
import { areasOf, thresholdsOf } from './thresholds.ts';
import { weighedInstruments } from './weighed-instruments.ts';

async function weighing(tx: Tx, office: Office): Promise<Weighing> {
  const [thresholds, instruments] = await Promise.all([
    thresholdsOf(tx, office.organisation),
    weighedInstruments(tx, office.organisation),
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
