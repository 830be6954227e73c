import type { Office } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import { aroundThem, openFile, peopleIn } from '#modules/case-file/index.ts';
import { personSummary, propertySummary } from '#modules/register/index.ts';
import type { Held } from '#rules/against-post.ts';
import { type Learner, whoWouldLearn } from '#rules/who-would-learn.ts';
import { caseFactsOf, factsOver } from './facts.ts';
import { decide } from './look.ts';
import { note, stand } from './move.ts';
import { type KeptMessage, keepFromOthers, readyLetters } from './rows.ts';

/** Whoever asks, and what messages would leave by. */
export interface AtTheDoor extends Office {
  readonly tx: Tx;
  readonly services: Pick<Services, 'carriers'>;
}

/** A letter as it stands at this moment: whether it may leave, to what address, and who would learn it. */
export interface LetterNow {
  readonly message: KeptMessage;
  readonly reference: string;
  /** Why it may not leave after all; none: it may. */
  readonly against: readonly Held[];
  /** A line each, as in the window of the envelope. */
  readonly address: readonly string[];
  readonly learners: readonly Learner[];
}

/** Letters that the door lets go now, in the cases that whoever asks may see; so many at most. */
export async function lettersToPrint(ctx: AtTheDoor): Promise<readonly LetterNow[]> {
  const letters: LetterNow[] = [];
  for (const message of await readyLetters(ctx.tx, ctx.organisation)) {
    const letter = await letterNow(ctx, message);
    if (letter && letter.against.length === 0) letters.push(letter);
  }
  return letters;
}

/** Null: the case is behind a wall. */
export async function letterNow(ctx: AtTheDoor, message: KeptMessage): Promise<LetterNow | null> {
  const { tx, organisation, now, calendar, services, pack } = ctx;
  const [file, inCase] = await Promise.all([
    openFile(tx, organisation, message.caseId),
    caseFactsOf(tx, ctx, message.caseId),
  ]);
  if (!file || !inCase) return null;
  const [facts, people, agreed, home, person] = await Promise.all([
    factsOver(tx, ctx, inCase, message),
    peopleIn(tx, organisation, file.id),
    agreedIn(tx, organisation, file.id),
    file.propertyId ? propertySummary(tx, organisation, file.propertyId) : null,
    file.personId ? personSummary(tx, organisation, file.personId) : null,
  ]);
  const around = await aroundThem(ctx, { file, people, agreed, home, now, calendar });
  const sending = decide(message, facts, services.carriers);
  const against = [...(sending.decision === 'send' ? [] : sending.reasons), ...(person ? [] : [nobodyNamed])];
  return {
    message,
    reference: file.reference,
    against,
    address: [person?.name ?? '', ...facts.to.value.split('\n')].filter((line) => line.trim() !== ''),
    learners: whoWouldLearn(
      { by: ['letter', 'print'], to: 'person', over: message.over, around },
      pack.words,
    ),
  };
}

const nobodyNamed: Held = {
  reason: 'The register does not have the person: no name can stand on the envelope.',
  basis: 'safe-contact',
  opens: 'Say in the case who they are on the register.',
};

/** It is on paper from now on; the program looks at it again at once, for it knows more than whoever prints. */
export async function markPrinted(tx: Tx, office: Office, message: KeptMessage, why = ''): Promise<boolean> {
  const also = sql`printed_at = ${office.now}`;
  const standing = { state: 'ready', asks: false, lookAt: office.now, also } as const;
  if (message.state !== 'ready' || !(await stand(tx, office, message, standing))) return false;
  await note(tx, office, message, 'printed', { note: why });
  return true;
}

/** It is in the post. @returns false where it may not leave any more, or stands otherwise */
export async function markPosted(tx: Tx, office: Office, messageId: string): Promise<boolean> {
  const message = await keepFromOthers(tx, office.organisation, messageId);
  if (message?.state !== 'ready' || !message.printedAt) return false;
  const agreed = await agreedIn(tx, office.organisation, message.caseId);
  const further = agreed?.further.find(({ wayId }) => wayId === message.over);
  const also = sql`sent_at = ${office.now}, left_at = ${office.now}, safe_contact_id = ${agreed?.id ?? null},
    agreed_way_id = ${further?.id ?? null}`;
  if (!(await stand(tx, office, message, { state: 'sent', asks: false, also }))) return false;
  await note(tx, office, message, 'sent', { note: 'It is in the post.' });
  return true;
}

/** Its paper is no more: as it stands, it may be printed again. */
export async function markDestroyed(tx: Tx, office: Office, messageId: string, why: string): Promise<void> {
  const message = await keepFromOthers(tx, office.organisation, messageId);
  if (!message) return;
  await tx.run(sql`update message set printed_at = null, version = version + 1
    where organisation_id = ${office.organisation} and id = ${messageId}`);
  await note(tx, office, message, 'destroyed', { note: why });
}
