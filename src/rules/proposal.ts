import { allowed, refused, type StaffId, type Verdict } from './facts.ts';
import type { Basis } from './purposes.ts';

/** One proposes, another decides. What was proposed, as far as it matters to who may decide. */
export interface Proposal {
  /** Null: the program. */
  readonly proposedBy: StaffId | null;
  /** Where it is about a colleague: they decide as little as whoever proposed it. */
  readonly about?: StaffId | null;
  /** Null while it waits. */
  readonly decision: string | null;
}

/** Whatever the kind, what is not approved is declined by another, or withdrawn. */
export type Decision<Approval extends string> = Approval | 'declined' | 'withdrawn';

/** How whoever decides comes to see what it is about: as a colleague, by emergency access alone, or not at all. */
export type Sight = 'inside' | 'visiting' | 'outside';

export interface Deciding<Approval extends string> {
  readonly by: StaffId;
  readonly sight: Sight;
  readonly decision: Decision<Approval>;
  /** True where what it is about has changed since the proposal. */
  readonly changed?: boolean;
}

/** A kind of proposal: what approving it is called, on what a refusal rests, and what a refusal says. */
export interface ProposalKind<Approval extends string> {
  readonly approval: Approval;
  readonly basis: Basis;
  readonly withdrawnBy: 'proposer' | 'colleague' | 'nobody';
  readonly says: Partial<typeof commonly> & { readonly own: string };
}

const commonly = {
  outside: 'Somebody decides who may see what it is about.',
  decided: 'This proposal has been decided already.',
  notWithdrawn: 'Whoever proposed it may withdraw it; others decline it.',
  own: 'Somebody else decides: nobody decides what they proposed.',
  about: 'This is about you. Somebody else has to decide.',
  visiting: 'Somebody who works on this case decides; emergency access is not enough.',
  changed: 'What it is about has changed since. Propose it anew.',
};

/**
 * May this colleague decide it so? Another person than the proposer and than whom it is about, who sees the thing
 * itself and not by emergency access alone; while it waits; and to approve it, while the thing is what it was.
 */
export function mayDecide<Approval extends string>(
  kind: ProposalKind<Approval>,
  proposal: Proposal,
  { by, sight, decision, changed = false }: Deciding<Approval>,
): Verdict {
  const not = (why: keyof typeof commonly) => refused(kind.says[why] ?? commonly[why], kind.basis);
  const own = proposal.proposedBy === by;
  if (sight === 'outside') return not('outside');
  if (proposal.decision !== null) return not('decided');
  if (decision === 'withdrawn') return mayWithdraw(kind, own) ? allowed : not('notWithdrawn');
  if (own) return not('own');
  if (proposal.about === by) return not('about');
  if (sight === 'visiting') return not('visiting');
  if (decision === kind.approval && changed) return not('changed');
  return allowed;
}

function mayWithdraw({ withdrawnBy }: Pick<ProposalKind<string>, 'withdrawnBy'>, own: boolean): boolean {
  return withdrawnBy === 'colleague' || (withdrawnBy === 'proposer' && own);
}

/** How somebody sees a case: null is a case that the wall did not let them open. */
export function sightOf(file: { readonly emergencyUntil: Temporal.Instant | null } | null): Sight {
  if (file === null) return 'outside';
  return file.emergencyUntil === null ? 'inside' : 'visiting';
}
