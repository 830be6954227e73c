import { z } from 'zod';
import { newSecret } from '#kit/crypto.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { codeHash, mailLink, newCode, tokenHash } from '#modules/sharing/index.ts';
import { callBackOf, senderOf } from '#modules/wordings/index.ts';
import { timeOn } from '#rules/calendar.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { valuesOf } from '#rules/words.ts';
import { lookedSaid, problems, shutWhys } from '../link.ts';
import type { Order } from './orders.ts';
import { shutLinks } from './shut-links.ts';

const row = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  address: z.string(),
  codeTold: z.string(),
  sentAt: instant,
  sentByName: z.string().nullable(),
  expiresAt: instant,
  wrong: z.number(),
  shutAt: instant.nullable(),
  shutByName: z.string().nullable(),
  shutWhy: z.enum(['', ...valuesOf(shutWhys)]),
});
export type WorksLink = Readonly<z.infer<typeof row>>;

const answerRow = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  /** Null: of an order that was read out on the telephone. */
  linkId: z.uuid().nullable(),
  at: instant,
  reader: z.string(),
  outcome: z.enum(['wrong', 'opened', 'accepted', 'arrived', 'done', 'cannot', 'problem', 'shut']),
  problem: z.enum(['', ...valuesOf(problems)]),
  words: z.string(),
  lookedAt: instant.nullable(),
  lookedByName: z.string().nullable(),
  lookedSaid: z.enum(valuesOf(lookedSaid)).nullable(),
  lookedWords: z.string(),
});
export type WorksAnswer = Readonly<z.infer<typeof answerRow>>;

/** The links of a case’s orders, the latest first; what they hash from is not read. */
export function linksOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly WorksLink[]> {
  return tx.rows(
    row,
    sql`select l.id, l.order_id as "orderId", l.address, l.code_told as "codeTold", l.sent_at as "sentAt",
        s.name as "sentByName", l.expires_at as "expiresAt", l.wrong, l.shut_at as "shutAt", e.name as "shutByName",
        l.shut_why as "shutWhy"
      from works_link l
      left join staff s on s.organisation_id = l.organisation_id and s.id = l.sent_by
      left join staff e on e.organisation_id = l.organisation_id and e.id = l.shut_by
      where l.organisation_id = ${organisation} and l.case_id = ${caseId} order by l.sent_at desc, l.id limit 100`,
  );
}

/** Who opened them, each code that was wrong, what they answered and what ended them; the latest first. */
export function answersOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly WorksAnswer[]> {
  return tx.rows(
    answerRow,
    sql`select a.id, a.order_id as "orderId", a.link_id as "linkId", a.at, a.reader, a.outcome, a.problem, a.words,
        a.looked_at as "lookedAt",
        s.name as "lookedByName", a.looked_said as "lookedSaid", a.looked_words as "lookedWords"
      from works_answer a
      left join staff s on s.organisation_id = a.organisation_id and s.id = a.looked_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId} order by a.at desc, a.id limit 300`,
  );
}

interface NewLink {
  readonly caseId: CaseId;
  readonly order: Order;
  readonly address: string;
  readonly codeTold: string;
  /** The landlord, as it is called. */
  readonly from: string;
}

/**
 * Sends a link that shows this one job until its day is over; one that was sent before opens nothing any more.
 * @returns its code, shown once, to be told by another way
 */
export async function sendWorksLink(
  tx: Tx,
  office: Office,
  services: Pick<Services, 'secret' | 'mail' | 'settings'>,
  { caseId, order, address, codeTold, from }: NewLink,
): Promise<string> {
  const { organisation, staff, now, calendar } = office;
  const [token, code] = [newSecret(), newCode()];
  const expiresAt = timeOn(order.dayOn.add({ days: 1 }), new Temporal.PlainTime(0), calendar);
  await shutLinks(tx, office, { orderId: order.id, why: 'anew' });
  await tx.run(sql`insert into works_link (organisation_id, id, case_id, order_id, token_hash, code_hash, address,
      code_told, sent_at, sent_by, expires_at)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${order.id}, ${tokenHash(services.secret, token)},
      ${codeHash(services.secret, token, code)}, ${address}, ${codeTold}, ${now}, ${staff}, ${expiresAt})`);
  const call = callBackOf(await senderOf(tx, organisation));
  const until = momentInWords(expiresAt.subtract({ minutes: 1 }), calendar);
  const mailed = { organisation, to: address, path: `jobs/${token}`, shared: { from, call, until } };
  await mailLink(tx, services, mailed);
  await happened(tx, office, { name: 'security.link-sent', caseId, subjectId: order.id });
  await addEntry(tx, office, {
    ...{ kind: 'action', source: 'record', disclosableTo: [], caseId, subjectId: order.id },
    ...{ happenedAt: now, knownAt: now },
    words: `A link to one job was sent to ${order.contractor}: ${order.job}. The code was told: ${codeTold}`,
  });
  return code;
}

/** One of us ends it. False where it opened nothing any more. */
export async function endLink(
  tx: Tx,
  office: Office,
  { caseId, order }: { readonly caseId: CaseId; readonly order: Order },
): Promise<boolean> {
  const { now } = office;
  if ((await shutLinks(tx, office, { orderId: order.id, why: 'by_us' })) === 0) return false;
  await happened(tx, office, {
    name: 'security.link-shut',
    caseId,
    subjectId: order.id,
    data: { why: ['by_us'] },
  });
  await addEntry(tx, office, {
    ...{ kind: 'action', source: 'record', disclosableTo: [], caseId, subjectId: order.id },
    ...{
      happenedAt: now,
      knownAt: now,
      words: `The link to one job at ${order.contractor} was ended: ${order.job}.`,
    },
  });
  return true;
}

const goingOnRow = z.object({ many: z.number() });

/** How many links to jobs in that case are open, and how much stopped a contractor that nobody has looked into. */
export async function worksGoingOn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  now: Temporal.Instant,
): Promise<number> {
  const { many } = await tx.one(
    goingOnRow,
    sql`select (select count(*) from works_link l where l.organisation_id = ${organisation} and l.case_id = ${caseId}
          and l.shut_at is null and l.expires_at > ${now})::int
        + (select count(*) from works_answer a where a.organisation_id = ${organisation} and a.case_id = ${caseId}
          and a.outcome in ('cannot', 'problem', 'shut') and a.looked_at is null)::int as many`,
  );
  return many;
}
