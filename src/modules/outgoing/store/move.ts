import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { empty, type Sql, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { Held } from '#rules/against-post.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { MessageState, Step } from '../standing.ts';
import { inChronology } from '../words.ts';
import type { KeptMessage } from './rows.ts';

const events: Readonly<Record<Step, CaseEventName>> = {
  queued: 'message.queued',
  waiting: 'message.waiting',
  ready: 'message.ready',
  held: 'message.held',
  sent: 'message.sent',
  delivered: 'message.delivered',
  failed: 'message.failed',
  doubtful: 'message.doubtful',
  withdrawn: 'message.withdrawn',
  words_read: 'message.words-read',
  meant: 'message.meant',
  asked_again: 'message.asked-again',
  last_day: 'message.last-day',
  answered: 'message.answered',
  printed: 'message.printed',
  destroyed: 'message.destroyed',
  dealt_with: 'message.dealt-with',
};

export interface Told {
  readonly reasons?: readonly Held[];
  readonly note?: string;
}

type OfCase = Pick<KeptMessage, 'id' | 'caseId' | 'channel' | 'words'>;

/** What happened to a message, on the record in the same transaction: its step, the event and where it fits the log. */
export async function note(
  tx: Tx,
  office: Office,
  message: OfCase,
  step: Step,
  { reasons = [], note: said = '' }: Told = {},
): Promise<void> {
  const { organisation, staff, now } = office;
  const { id, caseId, channel } = message;
  tx.write(sql`insert into message_step (organisation_id, id, case_id, message_id, step, at, by, reasons, note)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${id}, ${step}, ${now}, ${staff},
      ${JSON.stringify(reasons)}::jsonb, ${said})`);
  const data = {
    channel,
    ...(reasons.length > 0 && { why: [...new Set(reasons.map(({ basis }) => basis))] }),
  };
  await happened(tx, office, { name: events[step], caseId, subjectId: id, data });
  const words = inChronology(message, step, reasons, said);
  if (words !== null)
    await addEntry(tx, office, {
      ...{ caseId, kind: 'message', happenedAt: now, knownAt: now, source: 'record', words },
      subjectId: id,
    });
}

export interface Standing {
  readonly state: MessageState;
  readonly reasons?: readonly Held[];
  readonly asks: boolean;
  /** When the program looks at it by itself. */
  readonly lookAt?: Temporal.Instant | null;
  /** Since when it is being sent. */
  readonly takenAt?: Temporal.Instant;
  readonly fault?: string;
  /** Whatever else is set with it. */
  readonly also?: Sql;
}

/**
 * How it stands from now on, unless it stands otherwise than it was seen: whoever is second changes nothing.
 * @returns whether it was changed
 */
export async function stand(
  tx: Tx,
  { organisation }: Pick<Office, 'organisation'>,
  seen: Pick<KeptMessage, 'id' | 'version'>,
  { state, reasons = [], asks, lookAt = null, takenAt, fault = '', also }: Standing,
): Promise<boolean> {
  const changed =
    await tx.run(sql`update message set state = ${state}, reasons = ${JSON.stringify(reasons)}::jsonb,
      asks = ${asks}, look_at = ${lookAt}, fault = ${fault}, version = version + 1,
      taken_at = ${takenAt ?? null}${also ? sql`, ${also}` : empty}
    where organisation_id = ${organisation} and id = ${seen.id} and version = ${seen.version}`);
  return changed > 0;
}
