import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile, type PersonInCase, peopleIn } from '#modules/case-file/index.ts';
import { personSummaries } from '#modules/register/index.ts';
import { inLanguage, lintFactsOf } from '#modules/wordings/index.ts';
import type { Held } from '#rules/against-post.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Language } from '#rules/languages.ts';
import type { Message } from '#rules/may-send.ts';
import { type Finding, lint, type NamedPart } from '#rules/message-lint.ts';
import { namesOf } from '#rules/names-in-text.ts';

/** A message as it would be read. */
export interface Written extends Pick<Message, 'channel' | 'says'> {
  readonly caseId: CaseId;
  readonly language: Language;
  readonly words: string;
  /** What was agreed to be said to whoever else answers. */
  readonly coverReason: string;
}

/**
 * What its words would tell, by everything that whoever asks may know of the case: the program, which knows all of it,
 * asks again as it would leave.
 */
export async function findingsOf(tx: Tx, office: Office, message: Written): Promise<readonly Finding[]> {
  const { caseId, channel, says, language, words, coverReason } = message;
  const file = await openFile(tx, office.organisation, caseId);
  if (!file) return [];
  const people = await namesIn(tx, office, await peopleIn(tx, office.organisation, caseId), channel);
  const facts = await lintFactsOf(tx, office, {
    ...{ mayNameLandlord: says === 'something', coverReason, people },
    numbers: [file.reference],
  });
  const by = channel === 'post' ? 'letter' : channel;
  return lint({ channel: by, language, subject: '', body: words }, inLanguage(facts, language));
}

/** What is found holds it, as it would leave: a word or a person of the case may have been added since. */
export function heldBy(found: readonly Finding[]): readonly Held[] {
  return [...new Map(found.map((each) => [each.says, each])).values()].map(({ says, instead }) => ({
    reason: `${says}.`,
    basis: 'safe-contact',
    opens: `Withdraw it, and write another. ${instead}.`,
  }));
}

/** Everybody of the case, by whatever they are called; in a letter the person too is named on its envelope. */
async function namesIn(
  tx: Tx,
  { organisation }: Office,
  people: readonly PersonInCase[],
  channel: Message['channel'],
) {
  const ids = people.flatMap(({ personId }) => personId ?? []);
  const known = ids.length > 0 ? await personSummaries(tx, organisation, ids) : [];
  return people
    .filter(({ part }) => part !== 'at_risk' || channel !== 'post')
    .flatMap(({ personId, describedAs, part }) => {
      const name = known.find(({ id }) => id === personId)?.name;
      return (name ? [name] : namesOf(describedAs)).map((each) => ({ name: each, who: whoOf(part) }));
    });
}

function whoOf(part: PersonInCase['part']): NamedPart {
  if (part === 'alleged_perpetrator') return 'feared';
  if (part === 'child_victim') return 'child';
  return part === 'at_risk' ? 'person' : 'other';
}
