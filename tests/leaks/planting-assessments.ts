import type { Plant } from './planting-plans.ts';
import { marker, type Scope } from './secrets.ts';

export interface AssessmentThings {
  readonly assessment: string;
  readonly received: string;
  readonly assessmentCopy: string;
}

/** What was asked about the risk of a case and answered, put right once, and what somebody else sent. */
export async function plantAssessments(
  plant: Plant,
  inCase: Readonly<{ case_id: string }>,
): Promise<AssessmentThings> {
  const first = await plant('risk_assessment', {
    ...inCase,
    corrects_id: null,
    correction_reason: '',
    ended_at: '2026-11-18T09:30:00Z',
    ending: 'finished',
  });
  const assessment = await plant('risk_assessment', { ...inCase, corrects_id: first, few_why: '' });
  for (const assessment_id of [first, assessment])
    await plant('risk_answer', { ...inCase, assessment_id, version: 1 });
  const received = await plant('risk_received', { ...inCase, corrects_id: null });
  const assessmentCopy = await plant('assessment_copy', {
    ...inCase,
    assessment_id: assessment,
    words_version: 'lintel-1',
    purpose: 'file',
    left_out: [],
  });
  const printed = { what: 'assessment_copy', subject_id: assessmentCopy };
  await plant('shown_before_leaving', { ...inCase, ...printed });
  return { assessment, received, assessmentCopy };
}

/** The wording of an instrument that a landlord has loaded: read by whoever asks. */
export async function plantInstrument(
  plant: Plant,
  scope: Scope,
  colleague: string,
): Promise<{ readonly instrument: string }> {
  const question = marker(scope, 'risk_instrument', 'wording');
  const wording = JSON.stringify([{ id: '1', question }]);
  const from = { wording, effective_from: '2026-11-01' };
  const levels = [
    { name: marker(scope, 'risk_instrument', 'terms'), from: 0, means: 'medium' },
    { name: 'Gold', from: 1, means: 'high' },
  ];
  const terms = JSON.stringify({ purpose: marker(scope, 'risk_instrument', 'terms'), enough: 1, levels });
  await plant('risk_instrument', { ...from, instrument: 'own-1', base_version: '', terms });
  await plant('risk_instrument_withdrawal', {
    instrument: 'own-1',
    from_day: '2026-12-01',
    withdrawn_by: colleague,
  });
  return { instrument: await plant('risk_instrument', { ...from, terms: null }) };
}
