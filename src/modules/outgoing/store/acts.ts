import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { mayAskAgain, mayDealWith, mayDecideDoubt, mayRead, mayReadWords, mayWithdraw } from '../standing.ts';
import { note, type Standing, stand } from './move.ts';
import { type KeptMessage, keepFromOthers } from './rows.ts';
import { keepMeant } from './together.ts';

type Somebody = Office & { readonly staff: StaffId };
interface Which {
  readonly caseId: CaseId;
  readonly message: string;
}

/** Kept from the program and from others until this is saved: it is not sent while somebody withdraws it. */
async function taken(tx: Tx, { organisation }: Office, { caseId, message }: Which): Promise<KeptMessage> {
  const found = await keepFromOthers(tx, organisation, message);
  if (!found || found.caseId !== caseId) throw notFound();
  return found;
}

async function stands(tx: Tx, office: Office, message: KeptMessage, standing: Standing): Promise<void> {
  if (!(await stand(tx, office, message, standing))) throw new Fault('stale');
}

const queued = ({ now }: Office): Standing => ({ state: 'queued', asks: false, lookAt: now });

/** Nobody sends it any more. */
export async function withdraw(tx: Tx, office: Somebody, which: Which, why: string): Promise<void> {
  const message = await taken(tx, office, which);
  insist(mayWithdraw(message.state));
  await stands(tx, office, message, { state: 'withdrawn', asks: false });
  await note(tx, office, message, 'withdrawn', { note: why });
}

/** Whoever has opened the door asks again; what is agreed then decides. */
export async function askAgain(tx: Tx, office: Somebody, which: Which): Promise<void> {
  const message = await taken(tx, office, which);
  insist(mayAskAgain(message.state));
  await stands(tx, office, message, queued(office));
  await note(tx, office, message, 'asked_again');
}

/** They have read what must not be done beside it, and answer for it by name: then it is decided anew. */
export async function readWords(
  tx: Tx,
  office: Somebody,
  which: Which,
  read: readonly string[],
): Promise<void> {
  const { organisation, staff, now } = office;
  const message = await taken(tx, office, which);
  const { id, caseId } = message;
  insist(mayReadWords(message.state));
  insist(mayRead(message, staff));
  for (const words of read)
    tx.write(sql`insert into message_reading (organisation_id, id, case_id, message_id, words, read_by, read_at)
      values (${organisation}, ${newId<string>()}, ${caseId}, ${id}, ${words}, ${staff}, ${now})
      on conflict do nothing`);
  await stands(tx, office, message, queued(office));
  await note(tx, office, message, 'words_read');
}

/** It is meant beside others that left a little while ago: whoever says so was shown them, and says why. */
export async function sayMeant(
  tx: Tx,
  office: Somebody,
  which: Which,
  { others, why }: { readonly others: readonly string[]; readonly why: string },
): Promise<void> {
  const message = await taken(tx, office, which);
  insist(mayAskAgain(message.state));
  keepMeant(tx, office, { ...message, others, why });
  await stands(tx, office, message, queued(office));
  await note(tx, office, message, 'meant', { note: why });
}

export type DoubtAnswer = 'arrived' | 'again' | 'not';

/** Nobody knows whether it left: whoever decides says how they know, or why it may come twice. */
export async function decideDoubt(
  tx: Tx,
  office: Somebody,
  which: Which,
  { answer, why }: { readonly answer: DoubtAnswer; readonly why: string },
): Promise<void> {
  const message = await taken(tx, office, which);
  insist(mayDecideDoubt(message.state));
  if (answer === 'again') {
    await stands(tx, office, message, queued(office));
    return note(tx, office, message, 'asked_again', { note: why });
  }
  const arrived = answer === 'arrived';
  await stands(tx, office, message, {
    state: arrived ? 'sent' : 'withdrawn',
    asks: false,
    ...(arrived && { also: sql`sent_at = ${office.now}` }),
  });
  return note(tx, office, message, arrived ? 'sent' : 'withdrawn', { note: why });
}

/** It did not arrive, or something came back: somebody has seen to it. */
export async function dealWith(tx: Tx, office: Somebody, which: Which, done: string): Promise<void> {
  const message = await taken(tx, office, which);
  insist(mayDealWith(message));
  await stands(tx, office, message, { state: message.state, asks: false, fault: message.fault });
  await note(tx, office, message, 'dealt_with', { note: done });
}
