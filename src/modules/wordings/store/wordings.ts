import { z } from 'zod';
import { Fault, insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { record } from '#kit/record.ts';
import { instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import { startingWordings } from '#kit/starting-wordings.ts';
import { tell } from '#modules/account/index.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { type Language, languageCodes } from '#rules/languages.ts';
import { type Decision, mayDecide } from '#rules/proposal.ts';
import { type Wording, wordedChannels } from '#rules/wording.ts';
import { ofWording, type Standing, standings, wordingKind } from '../wordings.ts';
import { tellManagers } from './telling.ts';

export const messageWordings = proposalsIn(sql`message_wording`, wordingKind);

const row = z.object({
  ...proposalRow(wordingKind),
  key: z.string(),
  channel: z.enum(wordedChannels.map(({ value }) => value)),
  language: z.enum(languageCodes),
  title: z.string(),
  body: z.string(),
  why: z.string(),
});
/** A version of a wording, with who proposed it and how it was decided. */
export type WordingVersion = Readonly<z.infer<typeof row>>;

const selecting: Sql = sql`select ${proposalColumns(messageWordings)}, p.key, p.channel, p.language, p.title, p.body,
    p.why from ${proposalTable(messageWordings)}`;

/** As many versions as are read at once: some fifty wordings, each written anew a few times a year. */
const atMost = 1_000;

const withdrawn = z.object({
  key: z.string(),
  language: z.enum(languageCodes),
  at: instant,
  byName: z.string().nullable(),
  why: z.string(),
});

/** Every wording as it stands, with its versions. */
export async function wordingsOf(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly Standing<WordingVersion>[]> {
  const [versions, withdrawals] = await Promise.all([
    tx.rows(
      row,
      sql`${selecting} where p.organisation_id = ${organisation}
        order by p.decided_at desc nulls first, p.id desc limit ${atMost}`,
    ),
    tx.rows(
      withdrawn,
      sql`select distinct on (w.key, w.language) w.key, w.language, w.withdrawn_at as at, s.name as "byName", w.why
        from wording_withdrawal w left join staff s on s.organisation_id = w.organisation_id and s.id = w.withdrawn_by
        where w.organisation_id = ${organisation} order by w.key, w.language, w.withdrawn_at desc`,
    ),
  ]);
  return standings(startingWordings, versions, withdrawals);
}

/** Those of which messages are made. */
export async function wordingsInUse(tx: Tx, organisation: OrganisationId): Promise<readonly Standing[]> {
  const all = await wordingsOf(tx, organisation);
  return all.filter(({ state }) => state === 'in-use');
}

export function findVersion(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
): Promise<WordingVersion | null> {
  return tx.maybe(row, sql`${selecting} where p.organisation_id = ${organisation} and p.id = ${id}`);
}

export interface NewVersion extends Omit<Wording, 'key'> {
  /** Null: a wording that there was not before. */
  readonly key: string | null;
  readonly why: string;
}

/**
 * Proposes what shall be said, and tells whoever may decide; its words were linted. Throws `stale` where another
 * version of it waits already.
 * @returns its id
 */
export async function proposeWording(tx: Tx, office: Office, version: NewVersion): Promise<string> {
  const { organisation, staff, now } = office;
  const { channel, language, title, body, why } = version;
  const id = newId<string>();
  const key = version.key ?? `own-${id}`;
  const added =
    await tx.run(sql`insert into message_wording (organisation_id, id, key, channel, language, title,
      body, why, proposed_by, proposed_at)
    values (${organisation}, ${id}, ${key}, ${channel}, ${language}, ${title}, ${body}, ${why}, ${staff}, ${now})
    on conflict (organisation_id, key, language) where decision is null do nothing`);
  if (added === 0) throw new Fault('stale');
  await record(tx, office, { name: 'wording.proposed', subjectId: id, data: { key, language } });
  await tellManagers(tx, office, 'wording_to_decide', id);
  return id;
}

const events = {
  approved: 'wording.approved',
  declined: 'wording.declined',
  withdrawn: 'wording.taken-back',
} as const;

/**
 * Decides once, and tells whoever proposed it. Throws a refusal with its reason, or `stale` where somebody else was
 * first.
 */
export async function decideWording(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  version: WordingVersion,
  decided: { readonly decision: Decision<'approved'>; readonly why: string; readonly version: number },
): Promise<void> {
  const { decision } = decided;
  insist(mayDecide(wordingKind, version, { by: office.staff, decision, sight: 'inside' }));
  await decideProposal(tx, office, messageWordings, version, { ...decided, sight: 'inside' });
  const { id, key, language } = version;
  await record(tx, office, { name: events[decision], subjectId: id, data: { key, language } });
  const { proposedBy } = version;
  if (proposedBy !== null && proposedBy !== office.staff)
    await tell(tx, office, proposedBy, 'wording_decided', id);
}

/** Takes it out of use at once; one person is enough to say less. */
export async function withdrawWording(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  wording: { readonly key: string; readonly language: Language },
  why: string,
): Promise<void> {
  const { organisation, staff, now } = office;
  const { key, language } = wording;
  tx.write(sql`insert into wording_withdrawal (organisation_id, id, key, language, why, withdrawn_by, withdrawn_at)
    values (${organisation}, ${newId<string>()}, ${key}, ${language}, ${why}, ${staff}, ${now})`);
  await record(tx, office, { name: 'wording.withdrawn', data: { of: ofWording(wording) } });
}
