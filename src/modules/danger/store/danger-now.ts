import type { Saved } from '#kit/http/form-page.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';
import type { DangerHow } from '../danger.ts';
import { paths } from '../paths.ts';
import { raiseDanger } from './raise.ts';

interface DangerNow {
  readonly caseId: CaseId;
  readonly how: DangerHow;
  /** What the danger is; empty: there is none, or nobody could ask. */
  readonly said: string;
}

/** A form that asks whether there is danger now was saved: where it leads, where there is. */
export async function raiseDangerNow(
  tx: Tx,
  office: Office,
  { caseId, how, said }: DangerNow,
): Promise<Saved | null> {
  if (said === '') return null;
  await raiseDanger(tx, office, { caseId, how, said });
  const told = 'Saved. They have been told of the danger. If anybody is in danger at this moment, ring 999';
  return { to: paths.ofCase(caseId), said: told, warns: true };
}
