import { z } from 'zod';
import type { StaffId } from '#rules/facts.ts';
import {
  type Deciding,
  type Decision,
  mayDecide,
  type Proposal,
  type ProposalKind,
} from '#rules/proposal.ts';
import type { Author } from './event.ts';
import { Fault, insist, notFound } from './http/errors.ts';
import { id, instant, type Sql, sql, type Tx } from './sql.ts';

/** Where proposals of one kind are kept. Names of tables and columns are SQL, so that no value becomes one. */
interface Kept {
  readonly table: Sql;
  readonly proposedBy: Sql;
  readonly proposedAt: Sql;
  /** The column of the reason that was given with the decision. */
  readonly decidedWhy: Sql;
  /** The table of decisions and its column of the proposal, where a decision is a row of its own. */
  readonly decisions: { readonly table: Sql; readonly proposal: Sql } | null;
}

/** Proposals of one kind: the rule, and where they are kept. */
export interface Proposals<Approval extends string> extends Kept {
  readonly kind: ProposalKind<Approval>;
}

/** Kept in this table, in columns of these names unless it `differs`. */
export function proposalsIn<Approval extends string>(
  table: Sql,
  kind: ProposalKind<Approval>,
  differs: Partial<Kept> = {},
): Proposals<Approval> {
  const usual = { proposedBy: sql`proposed_by`, proposedAt: sql`proposed_at`, decidedWhy: sql`decided_why` };
  return { kind, table, ...usual, decisions: null, ...differs };
}

/** What every kind is read with. `more`: how else it may have ended than by the decision of somebody. */
export function proposalRow<Approval extends string, More extends string = never>(
  { approval }: ProposalKind<Approval>,
  more: readonly More[] = [],
) {
  return {
    id: z.uuid(),
    proposedBy: id<StaffId>().nullable(),
    proposedByName: z.string().nullable(),
    proposedAt: instant,
    decision: z.enum([approval, 'declined', 'withdrawn', ...more]).nullable() as z.ZodType<
      Decision<Approval> | More | null
    >,
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    decidedWhy: z.string(),
    version: z.number(),
  };
}

/** The columns of `proposalRow`, to be selected with what the kind has besides. */
export function proposalColumns({ proposedBy, proposedAt, decidedWhy, decisions }: Kept): Sql {
  const version = decisions ? sql`case when k.decision is null then 1 else 2 end` : sql`p.version`;
  const decided = decisions ? sql`k` : sql`p`;
  return sql`p.id, p.${proposedBy} as "proposedBy", proposer.name as "proposedByName",
    p.${proposedAt} as "proposedAt", ${decided}.decision, decider.name as "decidedByName",
    ${decided}.decided_at as "decidedAt", coalesce(${decided}.${decidedWhy}, '') as "decidedWhy",
    ${version} as version`;
}

/** The table as `p` with the names of who proposed and who decided; a table of decisions as `k`. */
export function proposalTable({ table, proposedBy, decisions }: Kept): Sql {
  const joined = decisions
    ? sql` left join ${decisions.table} k
      on k.organisation_id = p.organisation_id and k.${decisions.proposal} = p.id`
    : sql``;
  const decided = decisions ? sql`k` : sql`p`;
  return sql`${table} p${joined}
    left join staff proposer on proposer.organisation_id = p.organisation_id and proposer.id = p.${proposedBy}
    left join staff decider on decider.organisation_id = p.organisation_id
      and decider.id = ${decided}.decided_by`;
}

/** What a decision is made about: the proposal as whoever decides saw it. */
export interface Seen extends Proposal {
  readonly id: string;
  readonly version: number;
}

/** How it is decided, and the version of the proposal that the page showed. */
export interface NewDecision<Approval extends string> extends Omit<Deciding<Approval>, 'by'> {
  readonly why: string;
  readonly version: number;
}

/**
 * Decides, once, in the name of the author. Throws `not-found` for whoever cannot see what it is about, a refusal with
 * its reason and what it rests on, or `stale` where somebody else was first.
 */
export async function decideProposal<Approval extends string>(
  tx: Tx,
  author: Author,
  proposals: Proposals<Approval>,
  seen: Seen,
  decided: NewDecision<Approval>,
): Promise<void> {
  const { staff: by } = author;
  if (decided.sight === 'outside' || by === null) throw notFound();
  insist(mayDecide(proposals.kind, seen, { ...decided, by }));
  const shown = { id: seen.id, version: decided.version };
  if (!(await settleProposal(tx, author, proposals, shown, decided))) throw new Fault('stale');
}

/**
 * Writes how it ended, once, without asking the rule: for `decideProposal`, and where events overtake what waits.
 * @returns false where somebody else was first
 */
export async function settleProposal(
  tx: Tx,
  { organisation, staff, now }: Author,
  { table, decidedWhy, decisions }: Kept,
  { id, version }: Pick<Seen, 'id' | 'version'>,
  { decision, why }: { readonly decision: string; readonly why: string },
): Promise<boolean> {
  const written = await tx.run(
    decisions
      ? sql`insert into ${decisions.table} (organisation_id, ${decisions.proposal}, decision, ${decidedWhy},
          decided_at, decided_by)
        values (${organisation}, ${id}, ${decision}, ${why}, ${now}, ${staff})
        on conflict (organisation_id, ${decisions.proposal}) do nothing`
      : sql`update ${table} set decision = ${decision}, decided_by = ${staff}, decided_at = ${now},
          ${decidedWhy} = ${why}, version = version + 1
        where organisation_id = ${organisation} and id = ${id} and version = ${version} and decision is null`,
  );
  return written === 1;
}
