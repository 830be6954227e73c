import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type ReviewReasonKind, reviewReasonKinds } from '../review-reasons.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(reviewReasonKinds.map(({ value }) => value)),
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedWhy: z.string(),
  version: z.number(),
});
export type ReviewReason = z.infer<typeof row>;

/** Every reason to review the policy sooner, those that stand open first, the newest first. */
export function reviewReasons(tx: Tx, organisation: OrganisationId): Promise<readonly ReviewReason[]> {
  return tx.rows(
    row,
    sql`select r.id, r.kind, r.words, r.recorded_at as "recordedAt", b.name as "recordedByName",
        r.ended_at as "endedAt", e.name as "endedByName", r.ended_why as "endedWhy", r.version
      from policy_review_reason r
        left join staff b on b.organisation_id = r.organisation_id and b.id = r.recorded_by
        left join staff e on e.organisation_id = r.organisation_id and e.id = r.ended_by
      where r.organisation_id = ${organisation}
      order by (r.ended_at is not null), r.recorded_at desc limit 100`,
  );
}

export async function addReviewReason(
  tx: Tx,
  office: Office,
  { kind, words }: { readonly kind: ReviewReasonKind; readonly words: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const id = newId<string>();
  await tx.run(sql`insert into policy_review_reason (organisation_id, id, kind, words, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${kind}, ${words}, ${now}, ${staff})`);
  await record(tx, office, { name: 'policy.review-called-for', subjectId: id, data: { kind } });
}

/** The reason stands open no more: the policy was reviewed for it, or somebody says why it need not be. */
export async function endReviewReason(
  tx: Tx,
  office: Office,
  { id, version, why }: { readonly id: string; readonly version: number; readonly why: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const ended = await tx.run(sql`update policy_review_reason set ended_at = ${now}, ended_by = ${staff},
      ended_why = ${why}, version = version + 1
    where organisation_id = ${organisation} and id = ${id} and version = ${version} and ended_at is null`);
  if (ended === 0) throw new Fault('stale');
  await record(tx, office, { name: 'policy.review-answered', subjectId: id });
}
