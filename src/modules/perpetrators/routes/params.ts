import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { stateOf } from '../deciding.ts';
import { type AroundActions, answersOf, aroundActions, factsOf } from '../store/facts.ts';
import { type Action, actionsOf, type TestRow, testBefore } from '../store/rows.ts';
import type { OneAction } from '../views/shared.ts';

export interface ActionParams {
  readonly id: CaseId;
  readonly action: string;
}
export const actionParams = ids('id', 'action') as z.ZodType<ActionParams>;

export interface Loaded extends OneAction {
  readonly before: TestRow | null;
}

/** The action, of this case and behind its wall, with what the gate says; else it is not there. */
export async function loadOne(
  ctx: StaffContext<ActionParams>,
  loading: Promise<{ readonly file: CaseFile }>,
): Promise<Loaded> {
  const { id, action: actionId } = ctx.params;
  const { file } = await loading;
  const [actions, around] = await Promise.all([
    actionsOf(ctx.tx, ctx.organisation, id),
    aroundActions(ctx.tx, ctx.organisation, id),
  ]);
  const action = actions.find((each) => each.id === actionId);
  if (!action) throw notFound();
  return { ...oneOf(ctx, action, file, around), before: testBefore(actions, action) };
}

export function oneOf(ctx: StaffContext, action: Action, file: CaseFile, around: AroundActions): OneAction {
  const gate = answersOf(factsOf(action, file, around, ctx), ctx.now);
  return { action, gate, state: stateOf(action, gate) };
}
