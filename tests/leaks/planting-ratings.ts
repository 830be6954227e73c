import type { Plant } from './planting-plans.ts';
import { marker, type Scope } from './secrets.ts';

export interface RatingThings {
  readonly proposal: string;
  readonly date: string;
}

/** How high the risk of a case is, what would lower it, how the person sees it, and a day that is known. */
export async function plantRatings(
  plant: Plant,
  inCase: Readonly<{ case_id: string }>,
  colleague: string | undefined,
): Promise<RatingThings> {
  const rating_id = await plant('risk_rating', {
    ...inCase,
    level: 'high',
    assessment_id: null,
    lowering_id: null,
    routes: '[]',
    grounds: [],
    since_marac: [],
  });
  const proposal = await plant('risk_lowering', { ...inCase, rating_id, proposed_by: colleague });
  await plant('risk_view', inCase);
  const date = await plant('risk_date', { ...inCase, on_date: '2026-12-01', ended_reason: null });
  await plant('case_marac_area', { ...inCase, area_id: null });
  return { proposal, date };
}

/** Where what counts as high, which the managers of a team set. */
export async function plantThresholds(
  plant: Plant,
  scope: Scope,
  colleague: string,
): Promise<{ readonly area: string; readonly localLine: string; readonly threshold: string }> {
  const area = await plant('marac_area', {});
  await plant('marac_area_authority', { area_id: area });
  const named = marker(scope, 'risk_threshold', 'level_names');
  const level_names = JSON.stringify({ high: named, medium: 'Medium', standard: 'Standard' });
  const bands = { area_id: area, high_from: 14, medium_from: 10, level_names };
  const undecided = {
    needs_second: true,
    proposed_by: colleague,
    decision: null,
    decided_at: null,
    decided_by: null,
  };
  const threshold = await plant('risk_threshold', { ...bands, ...undecided });
  const localLine = await plant('area_meeting', { area_id: area, month_only: false, held: true });
  const checked = { meeting_id: localLine, threshold_id: null, outcome: 'differs', recorded_by: colleague };
  await plant('pathway_check', checked);
  return { area, localLine, threshold };
}
