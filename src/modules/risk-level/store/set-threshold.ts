import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff, tell, writeNotices } from '#modules/account/index.ts';
import { today } from '#rules/calendar.ts';
import { type Decision, mayDecide } from '#rules/proposal.ts';
import type { WayOfKnowing } from '../pathways.ts';
import { loosenedBy, thresholdKind } from '../safer.ts';
import type { Threshold } from '../threshold.ts';
import { setThresholds, type ThresholdOnFile, thresholdsOf } from './thresholds.ts';
import { weighedInstruments } from './weighed-instruments.ts';

export interface NewThreshold extends Threshold {
  readonly areaId: string | null;
  readonly effectiveFrom: Temporal.PlainDate | null;
  readonly known?: WayOfKnowing;
  /** Why fewer people are to be high or medium; asked where they would be. */
  readonly reason: string;
}

/** What of it makes fewer people high or medium than what holds there; none: it counts at once. */
export async function loosening(
  tx: Tx,
  office: Office,
  wanted: Omit<NewThreshold, 'reason'>,
): Promise<readonly string[]> {
  const [thresholds, instruments] = await Promise.all([
    thresholdsOf(tx, office.organisation),
    weighedInstruments(tx, office.organisation, today(office)),
  ]);
  const tool = instruments.find(({ id }) => id === wanted.instrument) ?? { levels: null };
  const asSet = { ...wanted, setAt: office.now, counts: true };
  return loosenedBy(asSet, thresholds, { today: today(office), tool });
}

/**
 * A new threshold, for an area or for everywhere, from a day on; earlier ones stay. By which fewer people are high or
 * medium, it waits for a second person, who is told.
 * @returns whether it waits
 */
export async function setThreshold(tx: Tx, office: Office, threshold: NewThreshold): Promise<boolean> {
  const { organisation, now, staff } = office;
  const { areaId, effectiveFrom, instrument, highFrom, mediumFrom, names, callOuts, repeat, source } =
    threshold;
  const { known = 'said_here', reason } = threshold;
  const waits = (await loosening(tx, office, threshold)).length > 0;
  const thresholdId = newId<string>();
  await tx.run(sql`insert into risk_threshold (organisation_id, id, area_id, instrument, effective_from, high_from,
      medium_from, level_names, call_outs, repeat_definition, source, known, needs_second, reason, proposed_at,
      proposed_by)
    values (${organisation}, ${thresholdId}, ${areaId}, ${instrument}, ${effectiveFrom}, ${highFrom},
      ${mediumFrom}, ${names ? JSON.stringify(names) : null}, ${callOuts}, ${repeat}, ${source}, ${known},
      ${waits}, ${reason}, ${now}, ${staff})`);
  const name = waits ? 'risk.threshold-proposed' : 'risk.threshold-changed';
  await record(tx, office, { name, subjectId: thresholdId, data: dataOf(threshold) });
  if (!waits) return false;
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map(({ id }) => id).filter((id) => id !== staff);
  await writeNotices(tx, office, { staffIds, kind: 'threshold_to_decide', aboutId: thresholdId });
  return true;
}

const events = {
  approved: 'risk.threshold-approved',
  declined: 'risk.threshold-declined',
  withdrawn: 'risk.threshold-withdrawn',
} as const;

/** Decides once. Throws a refusal with its reason, or `stale` where somebody else was first. */
export async function decideThreshold(
  tx: Tx,
  office: Office,
  threshold: ThresholdOnFile,
  decided: { readonly decision: Decision<'approved'>; readonly why: string; readonly version: number },
): Promise<void> {
  const { staff } = office;
  const { decision } = decided;
  if (staff !== null) insist(mayDecide(thresholdKind, threshold, { by: staff, decision, sight: 'inside' }));
  await decideProposal(tx, office, setThresholds, threshold, { ...decided, sight: 'inside' });
  await record(tx, office, { name: events[decision], subjectId: threshold.id, data: dataOf(threshold) });
  const { proposedBy } = threshold;
  if (proposedBy !== null && proposedBy !== staff) await tell(tx, office, proposedBy, 'threshold_decided');
}

function dataOf(threshold: Omit<NewThreshold, 'reason'>) {
  const { areaId, instrument, effectiveFrom, highFrom, mediumFrom, callOuts, repeat } = threshold;
  const from = effectiveFrom?.toString() ?? null;
  return { areaId, instrument, effectiveFrom: from, highFrom, mediumFrom, callOuts, repeat };
}
