import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Altered } from '#kit/files/sealing.ts';
import { Missing } from '#kit/files/store.ts';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import { type Lying, originalOf, plainBytes } from './bytes.ts';
import { about } from './keep.ts';
import { tellOfAltered } from './tell.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
});

/** Each file is read through as often as this, and before it goes into a pack. */
const checkedEvery = Temporal.Duration.from({ hours: 30 * 24 });
const atOnce = 20;

/** Reads through those files that were not for the longest time: are their bytes still as they came? */
export async function verifyFiles(services: Services, organisation: OrganisationId): Promise<void> {
  const due = await transact(services.db, { organisation, system: true }, (tx) =>
    tx.rows(
      row,
      sql`select id, case_id as "caseId", disclosure_id as "disclosureId" from kept_file
        where organisation_id = ${organisation} and checked_at < ${services.now().subtract(checkedEvery)}
        order by checked_at, id limit ${atOnce}`,
    ),
  );
  for (const file of due) {
    const lying = await transact(services.db, { organisation, system: true }, (tx) =>
      originalOf(tx, organisation, file.id),
    );
    const whole = lying !== null && (await isWhole(services, organisation, lying));
    await transact(services.db, { organisation, system: true }, async (tx) => {
      const office = await officeOf(tx, services, organisation);
      await (whole ? markWhole : markAltered)(tx, office, file);
    });
  }
}

/** Whether its bytes open, and are the same to the last bit as when they came. */
export async function isWhole(
  services: Services,
  organisation: OrganisationId,
  lying: Lying,
): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const part of await plainBytes(services, organisation, lying)) hash.update(part);
  } catch (error) {
    if (error instanceof Missing || error instanceof Altered) return false;
    throw error;
  }
  return hash.digest().equals(lying.sha256);
}

interface OfCase {
  readonly id: string;
  readonly caseId: CaseId | null;
  readonly disclosureId?: DisclosureId | null;
}

export async function markWhole(tx: Tx, office: Office, file: OfCase): Promise<void> {
  const { id: subjectId } = file;
  await tx.run(sql`update kept_file set checked_at = ${office.now}, altered_at = null
    where organisation_id = ${office.organisation} and id = ${subjectId}`);
  await happened(tx, office, { name: 'file.verified', ...aboutFile(file), subjectId });
}

function aboutFile({ caseId, disclosureId = null }: OfCase) {
  return about({ caseId, disclosureId });
}

/**
 * Told once, and shown wherever the file is; found whole again, for instance from a backup, it says so no more.
 * @returns false where somebody found it before, perhaps at the same moment: nothing new is on record
 */
export async function markAltered(tx: Tx, office: Office, file: OfCase): Promise<boolean> {
  const { id: subjectId } = file;
  const first = await tx.run(sql`update kept_file set altered_at = ${office.now}
    where organisation_id = ${office.organisation} and id = ${subjectId} and altered_at is null`);
  await tx.run(sql`update kept_file set checked_at = ${office.now}
    where organisation_id = ${office.organisation} and id = ${subjectId}`);
  if (first === 0) return false;
  await happened(tx, office, { name: 'file.altered', ...aboutFile(file), subjectId });
  await tellOfAltered(tx, office, aboutFile(file));
  return true;
}
