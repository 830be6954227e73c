import { createHash } from 'node:crypto';
import { z } from 'zod';
import { seal, unseal } from '#kit/crypto.ts';
import type { DocumentModel } from '#kit/documents/model.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { keyFor } from '#kit/secret.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { learnerRows } from '#modules/case-file/index.ts';
import { addEntry, weighConditions } from '#modules/chronology/index.ts';
import { type KeepTaken, sentAs } from '#modules/chronology/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { ShareGate } from '#rules/may-share.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { shareInWords } from '../words.ts';
import type { Share } from './shares.ts';
import { correctionsSent } from './since.ts';

/**
 * How it left. `evidence`: as a pack whose bytes are kept elsewhere. `taken`, `paper`: as a file or a sheet that
 * somebody took away by the decision.
 */
export type SentWay = 'age_key' | 'age_words' | 'zip' | 'link' | 'evidence' | 'taken' | 'paper';

const bytes = z.instanceof(Buffer);
const row = z.object({
  id: z.uuid(),
  shareId: z.uuid(),
  way: z.string() as unknown as z.ZodType<SentWay>,
  toWhom: z.string(),
  name: z.string(),
  sha256: bytes,
  containerSha256: bytes.nullable(),
  learners: learnerRows,
  /** Before a second person had decided: they look at it afterwards. */
  inDanger: z.boolean(),
  sentAt: instant,
  sentByName: z.string().nullable(),
});
/** That something left: to whom, when, by which way, and what exactly, by its hash. */
export type Sent = z.infer<typeof row>;

/** What left by a decision, the newest first. */
export function sentOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  shareId: string,
): Promise<readonly Sent[]> {
  return tx.rows(
    row,
    sql`select t.id, t.share_id as "shareId", t.way, t.to_whom as "toWhom", t.name, t.sha256,
        t.container_sha256 as "containerSha256", t.learners, t.second = 'afterwards' as "inDanger",
        t.sent_at as "sentAt", s.name as "sentByName"
      from share_sent t
      left join staff s on s.organisation_id = t.organisation_id and s.id = t.sent_by
      where t.organisation_id = ${organisation} and t.case_id = ${caseId} and t.share_id = ${shareId}
      order by t.sent_at desc, t.id desc limit 100`,
  );
}

export interface Leaving {
  readonly share: Share;
  /** As it was asked at this moment; only an open one may leave. */
  readonly gate: Extract<ShareGate, { readonly open: true }>;
  readonly way: SentWay;
  readonly toWhom: string;
  readonly name: string;
  /** What the reader will read, exactly. */
  readonly plain: Buffer;
  /** The encrypted file as it left; null where it left as a link. */
  readonly container: Buffer | null;
  /** Of what a file was made, so that it is read afterwards as it left. */
  readonly document?: DocumentModel;
  readonly learners: readonly Learner[];
  /** The entries of the chronology that go. */
  readonly entries: readonly string[];
}

/** Keeps what leaves as it leaves, sealed, and that it left. @returns its id */
export async function keepWhatLeft(
  tx: Tx,
  office: Office,
  secret: string,
  { share, gate, way, plain, entries, ...leaving }: Leaving,
): Promise<string> {
  const { now } = office;
  const { caseId } = share;
  const whole = way !== 'evidence';
  const kept = {
    ...{ ...leaving, caseId, shareId: share.id, gate, way, plain, entries, subjectId: null },
    assessments: whole ? share.assessments : [],
    planVersionId: whole ? share.planVersionId : null,
    named: share.kinds.includes('who'),
  };
  const sentId = await keepSealed(tx, office, secret, kept);
  await weighConditions(tx, office, { caseId, subjectId: share.id, entries });
  await happened(tx, office, {
    name: sentAs[gate.second],
    caseId,
    subjectId: share.id,
    recurs: true,
    data: { way, on: gate.on, ...(gate.overridden && { overridden: gate.overridden.length }) },
  });
  await addEntry(tx, office, {
    ...{ caseId, kind: 'action', source: 'record', subjectId: share.id, disclosableTo: [] },
    ...{
      happenedAt: now,
      knownAt: now,
      words: `Sent. ${shareInWords(share)}${whatDidNotStop(gate)}\n\nSHA-256 of what left: ${hex(plain)}`,
    },
  });
  return sentId;
}

/** Of a referral for safeguarding: what would have stopped anything else, so that whoever reads it later knows. */
function whatDidNotStop({ overridden = [] }: Leaving['gate']): string {
  if (overridden.length === 0) return '';
  return `\n\nSent for safeguarding, although: ${overridden.map(({ reason }) => reason).join(' ')}`;
}

/** The same of what is taken away by a decision, the same sheet once. It was counted as it was decided to be made. */
export const keepTaken: KeepTaken = async ({ services, ...ctx }, { decision, ...taken }) => {
  const { id: shareId, gate, recipient: toWhom } = decision;
  await keepSealed(ctx.tx, ctx, services.secret, {
    ...{ ...taken, shareId, gate, toWhom, container: null, planVersionId: null, named: false },
  });
};

interface Sealing extends Omit<Leaving, 'share'> {
  readonly caseId: CaseId;
  readonly shareId: string;
  /** The file or sheet of which it is what left. */
  readonly subjectId: string | null;
  readonly assessments: readonly string[];
  readonly planVersionId: string | null;
  /** With their name and date of birth. */
  readonly named: boolean;
}

async function keepSealed(tx: Tx, office: Office, secret: string, sealing: Sealing): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, shareId, gate, way, toWhom, name, plain, container, document, learners } = sealing;
  const { entries, assessments, planVersionId, named, subjectId } = sealing;
  const sentId = newId<string>();
  const sealed = (bytes: Buffer) => seal(sharedKey(secret), bytes, sentId);
  await tx.run(sql`insert into share_sent (organisation_id, id, case_id, share_id, way, to_whom, name, sealed, sha256,
      container, container_sha256, document, rests_on, second, learners, entries, assessments, plan_version_id,
      person_id, subject_id, sent_at, sent_by)
    values (${organisation}, ${sentId}, ${caseId}, ${shareId}, ${way}, ${toWhom}, ${name},
      ${sealed(plain)}, ${sha256(plain)}, ${container}, ${container && sha256(container)},
      ${document ? sealed(Buffer.from(JSON.stringify(document))) : null}, ${gate.on}, ${gate.second},
      ${JSON.stringify(learners)}, ${[...entries]}, ${[...assessments]}, ${planVersionId},
      (select c.person_id from case_file c where c.organisation_id = ${organisation} and c.id = ${caseId} and ${named}),
      ${subjectId}, ${now}, ${staff})
    on conflict (organisation_id, subject_id, sha256) where subject_id is not null do nothing`);
  await correctionsSent(tx, office, { caseId, sentId });
  return sentId;
}

export function sharedKey(secret: string): Buffer {
  return keyFor(secret, 'what was shared');
}

function sha256(of: Buffer): Buffer {
  return createHash('sha256').update(of).digest();
}

function hex(of: Buffer): string {
  return sha256(of).toString('hex');
}

/** What was sealed, as it left; null where a byte was changed. */
export function opened(secret: string, sentId: string, sealed: Buffer): Buffer | null {
  return unseal(sharedKey(secret), sealed, sentId);
}

const containerRow = z.object({
  name: z.string(),
  way: z.string(),
  container: bytes,
  sentBy: id<StaffId>(),
});

/** The encrypted file as it left, to be handed on; null where there is none. */
export function containerOf(
  tx: Tx,
  organisation: OrganisationId,
  { caseId, shareId, sentId }: { readonly caseId: CaseId; readonly shareId: string; readonly sentId: string },
) {
  return tx.maybe(
    containerRow,
    sql`select t.name, t.way, t.container, t.sent_by as "sentBy" from share_sent t
      where t.organisation_id = ${organisation}
      and t.case_id = ${caseId} and t.share_id = ${shareId} and t.id = ${sentId} and t.container is not null`,
  );
}
