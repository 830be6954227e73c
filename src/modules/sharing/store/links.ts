import { z } from 'zod';
import type { SharedWithAgency } from '#kit/agency-mail.ts';
import { keyedHash, newSecret } from '#kit/crypto.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { keyFor } from '#kit/secret.ts';
import type { Services } from '#kit/services.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { newCode } from './encrypted.ts';
import type { Share } from './shares.ts';

const row = z.object({
  id: z.uuid(),
  sentId: z.uuid(),
  address: z.string(),
  codeTold: z.string(),
  expiresAt: instant,
  wrong: z.number(),
  revokedAt: instant.nullable(),
  revokedByName: z.string().nullable(),
  /** Whatever lets it leave stands: its days, its codes and its end are asked by themselves. */
  stands: z.boolean(),
});
export type Link = z.infer<typeof row>;

/** Links to what was shared by a decision; what they hash from is not read. */
export function linksOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  shareId: string,
): Promise<readonly Link[]> {
  return tx.rows(
    row,
    sql`select l.id, l.sent_id as "sentId", l.address, l.code_told as "codeTold", l.expires_at as "expiresAt", l.wrong,
        l.revoked_at as "revokedAt", s.name as "revokedByName",
        l.id in (select lintel.links_that_stand(${shareId})) as stands
      from share_link l
      left join staff s on s.organisation_id = l.organisation_id and s.id = l.revoked_by
      where l.organisation_id = ${organisation} and l.case_id = ${caseId} and l.share_id = ${shareId}
      order by l.expires_at desc, l.id limit 100`,
  );
}

const openingRow = z.object({ linkId: z.uuid(), at: instant, reader: z.string(), outcome: z.string() });
export type Opening = z.infer<typeof openingRow>;

/** Who opened them and when, and each code that was wrong; the newest first. */
export function openingsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  shareId: string,
): Promise<readonly Opening[]> {
  return tx.rows(
    openingRow,
    sql`select o.link_id as "linkId", o.at, o.reader, o.outcome from share_opening o
      join share_link l on l.organisation_id = o.organisation_id and l.id = o.link_id
      where o.organisation_id = ${organisation} and o.case_id = ${caseId} and l.share_id = ${shareId}
      order by o.at desc, o.id limit 200`,
  );
}

export interface NewLink {
  readonly share: Share;
  readonly sentId: string;
  readonly address: string;
  readonly codeTold: string;
  /** On which of their answers it rests; none: on another ground. */
  readonly consents: readonly string[];
  readonly expiresAt: Temporal.Instant;
  readonly shared: SharedWithAgency;
}

/** Over a link only where there is a site that it opens, and mail that takes it: else nothing is said to be sent. */
export function linksOffered({ settings, mail }: Pick<Services, 'settings' | 'mail'>): boolean {
  return settings.partnerUrl !== undefined && !mail.goesNowhere;
}

/** Sends a link to the address; its code is shown once, to be told by another way. @returns the code */
export async function sendLink(
  tx: Tx,
  office: Office,
  services: Pick<Services, 'secret' | 'mail' | 'settings'>,
  link: NewLink,
): Promise<string> {
  const { organisation } = office;
  const { share, sentId, address, codeTold, consents, expiresAt, shared } = link;
  const [token, code] = [newSecret(), newCode()];
  await tx.run(sql`insert into share_link (organisation_id, id, case_id, sent_id, share_id, token_hash, code_hash,
      address, code_told, consents, expires_at)
    values (${organisation}, ${newId<string>()}, ${share.caseId}, ${sentId}, ${share.id},
      ${tokenHash(services.secret, token)}, ${codeHash(services.secret, token, code)}, ${address}, ${codeTold},
      ${[...consents]}, ${expiresAt})`);
  await mailLink(tx, services, { organisation, to: address, path: token, shared });
  return code;
}

interface MailedLink {
  readonly organisation: OrganisationId;
  readonly to: string;
  /** Where on the partner site it opens. */
  readonly path: string;
  readonly shared: SharedWithAgency;
}

/** The one e-mail that takes a link to somebody outside, whatever it opens: neutral, and to an address at work. */
export function mailLink(
  tx: Tx,
  { mail, settings: { partnerUrl } }: Pick<Services, 'mail' | 'settings'>,
  { organisation, to, path, shared }: MailedLink,
): Promise<void> {
  if (partnerUrl === undefined) throw new Error('No partner site is configured');
  return mail.send(tx, { organisation, to, kind: 'link', link: `${partnerUrl}/${path}`, shared });
}

const linkKey = (secret: string) => keyFor(secret, 'links to what was shared');

export function tokenHash(secret: string, token: string): Buffer {
  return keyedHash(linkKey(secret), `link ${token}`);
}

export function codeHash(secret: string, token: string, code: string): Buffer {
  return keyedHash(linkKey(secret), `code ${token} ${code}`);
}

/** From this moment it opens nothing. False where it was revoked already. */
export async function revokeLink(
  tx: Tx,
  office: Office,
  { share, linkId }: { readonly share: Share; readonly linkId: string },
): Promise<boolean> {
  const { organisation, staff, now } = office;
  const revoked = await tx.run(sql`update share_link set revoked_at = ${now}, revoked_by = ${staff}
    where organisation_id = ${organisation} and case_id = ${share.caseId} and share_id = ${share.id}
      and id = ${linkId} and revoked_at is null`);
  if (revoked === 0) return false;
  await happened(tx, office, { name: 'share.link-revoked', caseId: share.caseId, subjectId: share.id });
  await addEntry(tx, office, {
    ...{ caseId: share.caseId, kind: 'action', source: 'record', subjectId: share.id, disclosableTo: [] },
    ...{ happenedAt: now, knownAt: now, words: 'A link to what was shared was ended.' },
  });
  return true;
}
