import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { record } from '#kit/record.ts';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { listStaff, tell, writeNotices } from '#modules/account/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { HoldContact } from '#rules/hold-answer.ts';
import type { ProposedSystem } from '../forms/system-form.ts';
import type { Question } from '../questions.ts';
import { type SystemDecision, systemKind } from '../systems.ts';

export const systems = proposalsIn(sql`hold_system`, systemKind);

const listed = <T extends string>() => z.array(z.custom<T>((each) => typeof each === 'string'));
const row = z.object({
  ...proposalRow(systemKind),
  name: z.string(),
  questions: listed<Question>(),
  contacts: listed<HoldContact>(),
  asksWithin: z.number(),
  tokenDays: z.number(),
  reason: z.string(),
  madeAt: instant.nullable(),
  madeByName: z.string().nullable(),
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
  revokedByName: z.string().nullable(),
  lastAt: instant.nullable(),
  /** On the last day on which it asked at all. */
  answers: z.number(),
});
/** A system that may ask, or would: with its token and how it asks. */
export type System = Readonly<z.infer<typeof row>>;

const selecting: Sql = sql`select ${proposalColumns(systems)}, p.name, p.questions, p.contacts,
    p.asks_within as "asksWithin", p.token_days as "tokenDays", p.reason, t.made_at as "madeAt",
    maker.name as "madeByName", t.expires_at as "expiresAt", t.revoked_at as "revokedAt",
    revoker.name as "revokedByName", d.last_at as "lastAt", coalesce(d.answers, 0) as answers
  from ${proposalTable(systems)}
    left join hold_token t on t.organisation_id = p.organisation_id and t.system_id = p.id
    left join staff maker on maker.organisation_id = t.organisation_id and maker.id = t.made_by
    left join staff revoker on revoker.organisation_id = t.organisation_id and revoker.id = t.revoked_by
    left join lateral (select y.last_at, y.answers from hold_day y where y.organisation_id = p.organisation_id
      and y.system_id = p.id order by y.day desc limit 1) d on true`;

const listedAtMost = 100;

/** What waits first, then by name. */
export function systemsOf(tx: Tx, organisation: OrganisationId): Promise<readonly System[]> {
  return tx.rows(
    row,
    sql`${selecting} where p.organisation_id = ${organisation}
      order by p.decision is not null, t.revoked_at is not null, p.name, p.id limit ${listedAtMost}`,
  );
}

export function findSystem(tx: Tx, organisation: OrganisationId, id: string): Promise<System | null> {
  return tx.maybe(row, sql`${selecting} where p.organisation_id = ${organisation} and p.id = ${id}`);
}

/** Proposes it, and tells everybody else who may decide. @returns its id */
export async function proposeSystem(tx: Tx, office: Office, system: ProposedSystem): Promise<string> {
  const { organisation, staff, now } = office;
  const { name, questions, contacts, asksWithin, tokenDays, reason } = system;
  const id = newId<string>();
  await tx.run(sql`insert into hold_system (organisation_id, id, name, questions, contacts, asks_within, token_days,
      reason, proposed_by, proposed_at)
    values (${organisation}, ${id}, ${name}, ${[...questions]}, ${[...contacts]}, ${asksWithin}, ${tokenDays},
      ${reason}, ${staff}, ${now})`);
  await record(tx, office, { name: 'hold-system.proposed', subjectId: id, data: { questions, contacts } });
  const deciders = await listStaff(tx, organisation, { roles: ['administrator'] });
  const staffIds = deciders.map((each) => each.id).filter((each) => each !== staff);
  await writeNotices(tx, office, { staffIds, kind: 'system_to_decide', aboutId: id });
  return id;
}

const events = {
  approved: 'hold-system.approved',
  declined: 'hold-system.declined',
  withdrawn: 'hold-system.withdrawn',
} as const;

/** Decides once, and tells whoever proposed it. */
export async function decideSystem(
  tx: Tx,
  office: Office,
  system: System,
  decided: { readonly decision: SystemDecision; readonly why: string; readonly version: number },
): Promise<void> {
  await decideProposal(tx, office, systems, system, { ...decided, sight: 'inside' });
  await record(tx, office, { name: events[decided.decision], subjectId: system.id });
  const { proposedBy } = system;
  if (proposedBy !== null && proposedBy !== office.staff)
    await tell(tx, office, proposedBy, 'system_decided', system.id);
}
