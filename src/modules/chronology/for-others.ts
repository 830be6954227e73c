import type { StaffContext } from '#kit/http/route.ts';
import type { Office } from '#kit/office.ts';
import type { CaseFile } from '#modules/case-file/index.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import type { ShareGate } from '#rules/may-share.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import type { Purpose } from './export.ts';

/** A decision about sharing by which something may leave for an agency or a court at this moment. */
export interface OpenDecision {
  readonly id: string;
  /** For a court or a solicitor, and not for an agency. */
  readonly court: boolean;
  /** The agency and its role. */
  readonly recipient: string;
  /** What it is shared for, and when it was decided. */
  readonly what: string;
  readonly gate: Extract<ShareGate, { readonly open: true }>;
  /** Why it is needed. */
  readonly why: string;
  readonly entries: readonly string[];
  readonly assessments: readonly string[];
}

/** Which of them stand; asked of whoever decides about sharing, as the page is shown and again as it leaves. */
export type OpenDecisions = (
  ctx: Pick<StaffContext, 'tx' | 'organisation' | 'now' | 'calendar' | 'pack'>,
  file: Pick<CaseFile, 'id' | 'immediateDanger' | 'closedAt' | 'blockedStaff'>,
) => Promise<readonly OpenDecision[]>;

/** What is taken away by a decision, exactly as it leaves. */
export interface Taken {
  readonly caseId: CaseId;
  readonly decision: OpenDecision;
  readonly way: 'taken' | 'paper';
  /** The file or sheet of which it is what left. */
  readonly subjectId: string;
  readonly name: string;
  readonly plain: Buffer;
  /** The entries of the chronology that go. */
  readonly entries: readonly string[];
  /** And the assessments. */
  readonly assessments: readonly string[];
  readonly learners: readonly Learner[];
}

/** Keeps it sealed, as what goes through Sharing is; the same bytes of the same sheet once. */
export type KeepTaken = (ctx: Pick<StaffContext, 'tx' | 'services'> & Office, taken: Taken) => Promise<void>;

/** What is asked of sharing where something leaves for others. */
export interface Deciding {
  readonly open: OpenDecisions;
  readonly keep: KeepTaken;
}

export const notDecided = refused(
  'It leaves for others only by a decision about sharing that stands now. Decide first what goes to them.',
  'sharing',
);

/** By which decision it leaves; null: for others by none, and for the team or the person by none needed. */
export function decisionFor(
  { purpose, recipient }: { readonly purpose: Purpose; readonly recipient: string },
  open: readonly OpenDecision[],
): OpenDecision | null {
  if (purpose !== 'partner' && purpose !== 'court') return null;
  return open.find(({ id, court }) => id === recipient && court === (purpose === 'court')) ?? null;
}
