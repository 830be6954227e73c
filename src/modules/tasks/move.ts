import type { CaseId, StaffId } from '#rules/facts.ts';

/** One case that changes its lead. */
export interface Move {
  readonly caseId: CaseId;
  readonly fromId: StaffId | null;
  readonly toId: StaffId;
}
