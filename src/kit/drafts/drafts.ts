import { z } from 'zod';
import { seal, unseal } from '#kit/crypto.ts';
import type { Typed } from '#kit/forms.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { keyFor } from '#kit/secret.ts';
import { instant, type Sql, sql } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { draftContext, fieldsWorthKeeping, isNothing } from './fields.ts';

/** Whose draft: what a signed-in handler's context has. */
export type DraftOwner = Pick<StaffContext, 'tx' | 'organisation' | 'staff' | 'services' | 'now'>;

/** Whose form, and what it is about: each colleague has one of each. */
export interface DraftOf {
  readonly form: string;
  /** A case, a disclosure or a part of one; null: neither. */
  readonly about: string | null;
}

export interface DraftAt extends DraftOf {
  /** The address of the form, which may hold more than what the draft is about; '' where nobody said. */
  readonly page: string;
}

export interface Draft {
  readonly fields: Typed;
  readonly savedAt: Temporal.Instant;
}

const row = z.object({ sealed_fields: z.instanceof(Buffer), saved_at: instant });

/** The draft to offer on a form; null where there is none. @param about a case or a disclosure; null: neither yet */
export async function findDraft(ctx: DraftOwner, form: string, about: string | null): Promise<Draft | null> {
  const key = keyOf(ctx, form, about);
  const found = await ctx.tx.maybe(
    row,
    sql`select sealed_fields, saved_at from draft where organisation_id = ${key.organisation}
      and staff_id = ${key.staff} and about_id = ${key.about} and form = ${form}`,
  );
  const plain = found && unseal(sealingKey(ctx.services.secret), found.sealed_fields, draftContext(key));
  return plain && { fields: JSON.parse(plain.toString()) as Typed, savedAt: found.saved_at };
}

/** The fields of a draft, to show in its form; null where there is none. */
export async function loadDraft(ctx: DraftOwner, form: string, about: string | null): Promise<Typed | null> {
  return (await findDraft(ctx, form, about))?.fields ?? null;
}

/**
 * Keeps what is worth keeping of what was typed, in place of what was kept before; an emptied form keeps nothing.
 * @returns false where the form was sent and saved already: a draft that arrives late would outlive what was saved
 */
export async function saveDraft(
  ctx: DraftOwner,
  { form, about, page }: DraftAt,
  typed: Typed,
): Promise<boolean> {
  if (await wasSent(ctx, typed._submission)) return false;
  const fields = fieldsWorthKeeping(typed);
  if (isNothing(fields)) {
    await discardDraft(ctx, form, about);
    return true;
  }
  const key = keyOf(ctx, form, about);
  const sealed = seal(sealingKey(ctx.services.secret), JSON.stringify(fields), draftContext(key));
  await ctx.tx.run(sql`insert into draft
      (organisation_id, id, staff_id, about_id, form, page, sealed_fields, saved_at)
    values (${key.organisation}, ${newId()}, ${key.staff}, ${key.about}, ${form}, ${page}, ${sealed}, ${ctx.now})
    on conflict (organisation_id, staff_id, about_id, form) do update
      set page = excluded.page, sealed_fields = excluded.sealed_fields, saved_at = excluded.saved_at, told_at = null`);
  return true;
}

const submissionId = z.uuid();

/**
 * Whether the form with this number was saved. It takes the number until the draft is kept: a sending that is under way
 * is waited for, and one that comes meanwhile waits, so that the draft goes with it.
 */
async function wasSent({ tx, organisation, staff, now }: DraftOwner, carried: unknown): Promise<boolean> {
  const { data: sent } = submissionId.safeParse(carried);
  if (!sent) return false;
  const taken = await tx.run(sql`insert into submission (organisation_id, id, staff_id, at)
    values (${organisation}, ${sent}, ${staff}, ${now}) on conflict do nothing`);
  if (taken === 0) return true;
  tx.atEnd(sql`delete from submission where organisation_id = ${organisation} and id = ${sent}`);
  return false;
}

/** It stays as long again as one that is saved now. @returns false where there is none any more */
export async function keepLonger(ctx: DraftOwner, form: string, about: string | null): Promise<boolean> {
  const key = keyOf(ctx, form, about);
  const touched = await ctx.tx.run(sql`update draft set saved_at = ${ctx.now}, told_at = null
    where organisation_id = ${key.organisation} and staff_id = ${key.staff} and about_id = ${key.about}
      and form = ${form} and ${notKeptAway(key.organisation, key.staff)}`);
  return touched === 1;
}

/** What a draft is about, and the case in whose pages its form stands. */
export const concerns = sql`array[about_id, substring(page from
  '^/cases/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})')::uuid]`;

function notKeptAway(organisation: OrganisationId, staff: StaffId): Sql {
  return sql`not ${concerns} && array(select lintel.kept_away(${staff}, array(select unnest(${concerns}) from draft
    where organisation_id = ${organisation} and staff_id = ${staff})))`;
}

export interface Unfinished extends DraftAt {
  readonly savedAt: Temporal.Instant;
}

const unfinishedRow = z.object({
  ...{ form: z.string(), about: z.uuid().nullable(), page: z.string() },
  saved_at: instant,
});

/**
 * What somebody began to write and has not sent, without what it says: the longest ago first. What is about a case from
 * which a conflict keeps them now is not among it, for the list would tell that it is there; it goes by its age.
 */
export async function listDrafts({ tx, organisation, staff }: DraftOwner): Promise<readonly Unfinished[]> {
  const rows = await tx.rows(
    unfinishedRow,
    sql`select form, nullif(about_id, organisation_id) as about, page, saved_at from draft
      where organisation_id = ${organisation} and staff_id = ${staff} and ${notKeptAway(organisation, staff)}
      order by saved_at, id limit 200`,
  );
  return rows.map(({ saved_at, ...draft }) => ({ ...draft, savedAt: saved_at }));
}

/** Goes with the commit of whatever made it needless. */
export async function discardDraft(ctx: DraftOwner, form: string, about: string | null): Promise<void> {
  const key = keyOf(ctx, form, about);
  ctx.tx.atEnd(sql`delete from draft where organisation_id = ${key.organisation}
    and staff_id = ${key.staff} and about_id = ${key.about} and form = ${form}`);
}

function keyOf(
  { organisation, staff }: { readonly organisation: OrganisationId; readonly staff: StaffId },
  form: string,
  about: string | null,
) {
  return { organisation, staff, form, about: about ?? organisation };
}

function sealingKey(secret: string): Buffer {
  return keyFor(secret, 'drafts');
}
