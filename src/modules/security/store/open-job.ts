import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { keepFiles, type Placed } from '#modules/files/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { recordStep } from '#modules/support/index.ts';
import { callBackOf, senderOf } from '#modules/wordings/index.ts';
import { today } from '#rules/calendar.ts';
import type { OrganisationId } from '#rules/facts.ts';
import {
  districtOf,
  isItsDay,
  type JobStep,
  mayAnswer,
  type Problem,
  type Standing,
  standingOf,
  tellsWhere,
} from '../link.ts';
import { asProgram, type FoundLink, type LinkRow, shut, shutRow, whyItIsShut } from './standing-links.ts';
import { writeStop } from './stops.ts';

const foundRow = z.object({ organisation: id<OrganisationId>(), linkId: z.uuid(), right: z.boolean() });

export interface Opening {
  readonly token: Buffer;
  readonly code: Buffer;
  readonly reader: string;
}

/** What whoever has the link and its code sees of the job, and nothing beside it. */
export interface Job {
  readonly job: string;
  readonly details: string;
  readonly dayOn: Temporal.PlainDate;
  readonly fromTime: string;
  readonly toTime: string;
  readonly twoPeople: boolean;
  readonly district: string;
  /** On its day, for whoever said that they come; null: not yet. */
  readonly where: { readonly address: string; readonly askFor: string } | null;
  readonly standing: Standing;
  readonly itsDay: boolean;
  /** The number of the office; '': none is set. */
  readonly call: string;
}

/** Which link it is, where its code is right; null for whatever is wrong. The case is told of the fifth wrong code. */
export async function findLink(
  services: Services,
  { token, code, reader }: Opening,
): Promise<FoundLink | null> {
  const found = await transact(services.db, { organisation: null }, (tx) =>
    tx.maybe(
      foundRow,
      sql`select organisation_id as organisation, id as "linkId", right_code as right
        from lintel.find_works_link(${token}, ${code}, ${reader}, ${services.now()})`,
    ),
  );
  if (!found) return null;
  if (found.right) return found;
  await asProgram(services, found, async (tx, office, link) => {
    if (link.wrong >= 5) await shut(tx, office, link, 'codes');
  });
  return null;
}

/** What it shows now; null: what let it leave stands no more, and the case is told. */
export function openJob(
  services: Services,
  found: FoundLink,
  { reader, opens }: { readonly reader: string; readonly opens: boolean },
): Promise<Job | null> {
  return asProgram(services, found, async (tx, office, link) => {
    const job = await jobNow(tx, office, link);
    if (!job || !opens) return job;
    await keepAnswer(tx, office, link, { reader, outcome: 'opened' });
    await happened(tx, office, {
      name: 'security.link-opened',
      caseId: link.caseId,
      subjectId: link.orderId,
    });
    return job;
  });
}

export interface Answered {
  readonly step: Exclude<JobStep, 'open'>;
  readonly reader: string;
  readonly problem?: Problem;
  readonly words: string;
  readonly photos: readonly Placed[];
}

/** What they answer, in their name; null: it opens nothing any more. What may not be answered now changes nothing. */
export function answerJob(services: Services, found: FoundLink, answered: Answered): Promise<Job | null> {
  return asProgram(services, found, async (tx, office, link) => {
    const job = await jobNow(tx, office, link);
    if (!job || !mayAnswer(answered.step, job.standing, job.itsDay)) return job;
    await write(tx, office, services, link, answered);
    return endsWith(answered.step) ? null : jobNow(tx, office, link);
  });
}

/** With these answers the link has done what it was for. */
const endsWith = (step: JobStep) => step === 'done' || step === 'cannot' || step === 'problem';

const outcomes = { accept: 'accepted', arrived: 'arrived', done: 'done' } as const;
const events = {
  accept: 'security.contractor-accepted',
  arrived: 'security.contractor-arrived',
  done: 'security.contractor-done',
} as const;
const said = {
  accept: 'they say that they come',
  arrived: 'they say that they are there',
  done: 'they say that it is done',
} as const;

async function write(
  tx: Tx,
  office: Office,
  services: Services,
  link: LinkRow,
  { step, reader, problem, words, photos }: Answered,
): Promise<void> {
  const { caseId, orderId, order, id: linkId } = link;
  const { contractor, job } = order;
  if (step === 'cannot' || step === 'problem') {
    await shutRow(tx, office, link, 'stopped');
    const of = { caseId, orderId, linkId, reader, contractor, job, words };
    await writeStop(tx, office, {
      ...of,
      outcome: step,
      problem: step === 'problem' ? (problem ?? 'unsafe') : '',
    });
    return;
  }
  const { now } = office;
  await keepAnswer(tx, office, link, { reader, outcome: outcomes[step], words });
  await happened(tx, office, { name: events[step], caseId, subjectId: orderId });
  const more = words.trim() === '' ? '' : `\n\n${words.trim()}`;
  await addEntry(tx, office, {
    ...{ kind: 'note', source: 'contractor', disclosableTo: [], caseId, subjectId: orderId },
    ...{ happenedAt: now, knownAt: now, words: `${job}. ${contractor}, ${reader}: ${said[step]}.${more}` },
  });
  if (step !== 'done') return;
  if (photos.length > 0) {
    const shown = {
      shows: `${job}. ${words.trim()}`,
      source: 'contractor',
      contactId: null,
      madeOn: today(office),
    };
    await keepFiles({ ...office, tx, services }, { caseId }, photos, { ...shown, cameWith: 'over a link' });
  }
  await shutRow(tx, office, link, 'done');
  const delivered = `Written by ${reader} over the link to the job. ${words.trim()}`.trim();
  await recordStep(tx, office, {
    ...{ caseId, offerId: order.offerId, step: 'delivered', happenedOn: today(office), whom: contractor },
    ...{ words: delivered, worksOrderId: orderId },
  });
}

function keepAnswer(
  tx: Tx,
  { organisation, now }: Office,
  { caseId, orderId, id: linkId }: LinkRow,
  {
    reader,
    outcome,
    words = '',
  }: { readonly reader: string; readonly outcome: string; readonly words?: string },
): Promise<number> {
  return tx.run(sql`insert into works_answer (organisation_id, case_id, order_id, link_id, at, reader, outcome, words)
    values (${organisation}, ${caseId}, ${orderId}, ${linkId}, ${now}, ${reader}, ${outcome}, ${words})`);
}

async function jobNow(tx: Tx, office: Office, link: LinkRow): Promise<Job | null> {
  const why = await whyItIsShut(tx, office, link);
  if (why) {
    await shut(tx, office, link, why);
    return null;
  }
  const { organisation, now, calendar } = office;
  const answers = await tx.rows(
    outcomeRow,
    sql`select outcome from works_answer where organisation_id = ${organisation} and link_id = ${link.id} limit 100`,
  );
  const { job, details, dayOn, fromTime, toTime, twoPeople, address, askFor } = link.order;
  const [standing, itsDay] = [standingOf(answers), isItsDay(link.order, now, calendar)];
  return {
    ...{ job, details, dayOn, fromTime, toTime, twoPeople, standing, itsDay },
    district: districtOf(address),
    where: tellsWhere(standing, itsDay) ? { address, askFor } : null,
    call: callBackOf(await senderOf(tx, organisation)),
  };
}
const outcomeRow = z.object({ outcome: z.string() });
