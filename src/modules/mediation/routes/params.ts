import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { stateOf } from '../deciding.ts';
import { type AroundMediation, aroundMediation, factsOf, gateOf, testBefore } from '../store/facts.ts';
import { type Mediation, mediationsOf, type TestRow } from '../store/rows.ts';
import type { OneMediation } from '../views/shared.ts';

export interface MediationParams {
  readonly id: CaseId;
  readonly mediation: string;
}
export const mediationParams = ids('id', 'mediation') as z.ZodType<MediationParams>;

export interface Loaded extends OneMediation {
  readonly before: TestRow | null;
}

/** It, of this case and behind its wall, with what the gate says; else it is not there. */
export async function loadOne(
  ctx: StaffContext<MediationParams>,
  loading: Promise<{ readonly file: CaseFile }>,
): Promise<Loaded> {
  const { id, mediation: mediationId } = ctx.params;
  const { file } = await loading;
  const [mediations, around] = await Promise.all([
    mediationsOf(ctx.tx, ctx.organisation, id),
    aroundMediation(ctx.tx, ctx, id),
  ]);
  const mediation = mediations.find((each) => each.id === mediationId);
  if (!mediation) throw notFound();
  return { ...oneOf(ctx, mediation, file, around), before: testBefore(mediations) };
}

export function oneOf(
  { now }: Pick<StaffContext, 'now'>,
  mediation: Mediation,
  file: CaseFile,
  around: AroundMediation,
): OneMediation {
  const gate = gateOf(factsOf(mediation, file, around), now);
  return { mediation, gate, state: stateOf(mediation, gate) };
}
