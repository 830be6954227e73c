import { allowed, type CaseId, refused, type StaffId, type Verdict } from '#rules/facts.ts';

/** For so many days a reassignment can be undone. The number is Lintel's. */
export const undoWithinDays = 7;

/** A case of a reassignment, and how it stands today. */
export interface MovedCase {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly fromId: StaffId | null;
  readonly fromName: string | null;
  readonly toId: StaffId;
  readonly toName: string;
  readonly leadId: StaffId | null;
  readonly closedAt: Temporal.Instant | null;
  readonly lastActedAt: Temporal.Instant | null;
  readonly blockedStaff: readonly StaffId[];
  /** Whoever gave it away can still be given cases. */
  readonly fromIsThere: boolean;
}

/** May it be undone at all: once, and while nobody has got used to it. */
export function mayUndo(
  madeAt: Temporal.Instant,
  undone: boolean,
  isUndoing: boolean,
  now: Temporal.Instant,
): Verdict {
  if (isUndoing) return refused('This is itself an undoing. Move the cases again instead.', 'allocation');
  if (undone) return refused('This has been undone already.', 'allocation');
  const until = madeAt.add({ hours: undoWithinDays * 24 });
  if (Temporal.Instant.compare(now, until) > 0)
    return refused(
      `Only what was done in the last ${undoWithinDays} days can be undone. Move the cases again instead.`,
      'allocation',
    );
  return allowed;
}

/** Does this case go back? Only where nothing happened on it since: work that was begun is not torn in two. */
export function goesBack(moved: MovedCase, madeAt: Temporal.Instant): Verdict {
  const { fromId, toId, leadId, closedAt, lastActedAt, blockedStaff, fromIsThere } = moved;
  if (closedAt) return refused('it has been closed since', 'allocation');
  if (leadId !== toId) return refused('somebody else leads it by now', 'allocation');
  if (fromId === null) return refused('nobody led it before', 'allocation');
  if (!fromIsThere) return refused('whoever led it before cannot be given cases any more', 'allocation');
  if (blockedStaff.includes(fromId))
    return refused('whoever led it before has a conflict of interest by now', 'need-to-know');
  if (lastActedAt && Temporal.Instant.compare(lastActedAt, madeAt) > 0)
    return refused('somebody has worked on it since', 'records');
  return allowed;
}

export interface UndoPlan {
  readonly back: readonly MovedCase[];
  readonly stay: readonly { readonly moved: MovedCase; readonly because: string }[];
}

export function planUndo(moves: readonly MovedCase[], madeAt: Temporal.Instant): UndoPlan {
  const judged = moves.map((moved) => ({ moved, verdict: goesBack(moved, madeAt) }));
  return {
    back: judged.filter(({ verdict }) => verdict.allowed).map(({ moved }) => moved),
    stay: judged.flatMap(({ moved, verdict }) =>
      verdict.allowed ? [] : [{ moved, because: verdict.reason }],
    ),
  };
}
