import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import type { Language } from '#rules/languages.ts';
import type { Message, SendingChannel } from '#rules/may-send.ts';
import type { Over } from '#rules/ways.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import type { Asker } from '../standing.ts';
import { theSameWords } from '../words.ts';
import { note } from './move.ts';
import { saidLately } from './said-lately.ts';
import { keepMeant } from './together.ts';

export interface NewMessage {
  readonly caseId: CaseId;
  readonly channel: SendingChannel;
  readonly over: Exclude<Over, 'another'>;
  readonly says: Message['says'];
  /** Every word that is sent. */
  readonly words: string;
  /** Left out: English. */
  readonly language?: Language;
  readonly askedForBy: Asker;
  readonly usefulUntil: Temporal.PlainDate;
  /** Who would learn it, as it was shown before. */
  readonly learners: readonly Learner[];
  /** The version of the wording from which it was made. */
  readonly templateVersionId?: string | null;
  /** The one whose place it takes. */
  readonly replacesId?: string | null;
  /** The one that said the same a little while ago, where somebody decided that it goes again. */
  readonly repeatsId?: string | null;
  /** The others of the last hour that whoever wrote it was shown, and why it is meant beside them. */
  readonly beside?: { readonly others: readonly string[]; readonly why: string };
}

/**
 * Puts a message to the person into the queue. Whether it leaves is decided when it would, by what is agreed then; the
 * caller has linted its words. What said the same to the same place a little while ago is named by whoever puts it
 * there, else it is refused. @returns its id
 */
export async function queueMessage(tx: Tx, office: Office, message: NewMessage): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, channel, over, says, words, askedForBy, usefulUntil, learners } = message;
  const { templateVersionId = null, replacesId = null, repeatsId = null, language = 'en' } = message;
  const same = await saidLately(tx, office, message);
  if (same && same.id !== repeatsId)
    throw new Fault('refused', refused(`${theSameWords(same, office)}.`, 'safe-contact'));
  const id = newId<string>();
  await tx.run(sql`insert into message (organisation_id, id, case_id, channel, way_id, says, words,
      language, template_version_id, learners, asked_for_by, written_by, written_at, useful_until, replaces_id,
      repeats_id, look_at)
    values (${organisation}, ${id}, ${caseId}, ${channel}, ${over === 'first' ? null : over}, ${says}, ${words},
      ${language},
      ${templateVersionId}, ${JSON.stringify(learners)}::jsonb, ${askedForBy}, ${staff}, ${now}, ${usefulUntil},
      ${replacesId}, ${repeatsId}, ${now})`);
  if (message.beside) keepMeant(tx, office, { id, caseId, ...message.beside });
  await note(tx, office, { id, caseId, channel, words }, 'queued');
  return id;
}
