import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import { loosenedByLoading, type NewVersion } from '../loading.ts';
import { weighedInstruments } from './weighed-instruments.ts';

/** What of a version that somebody is about to load makes fewer people high or medium than what was loaded before. */
export async function loosenedByVersion(
  tx: Tx,
  office: Office,
  wanted: NewVersion,
): Promise<readonly string[]> {
  const instruments = await weighedInstruments(tx, office.organisation, today(office));
  const versions = instruments.find(({ id }) => id === wanted.instrument)?.versions ?? [];
  return loosenedByLoading(wanted, versions);
}
