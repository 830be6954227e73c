import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { namesInCase, type PersonInCase } from '#modules/case-file/index.ts';
import { inLanguage, lintFactsOf, type MessageFacts } from '#modules/wordings/index.ts';
import type { PersonId } from '#rules/facts.ts';
import type { Language } from '#rules/languages.ts';
import type { Message } from '#rules/may-send.ts';
import { type Finding, lint } from '#rules/message-lint.ts';

interface OfCase {
  readonly personId: PersonId | null;
  readonly describedAs: string;
  readonly people: readonly PersonInCase[];
  readonly reference: string;
}

/** What a message in this case must not tell, whoever reads it: the subject, who we are, and anybody’s name. */
export async function tellingIn(tx: Tx, office: Office, { reference, ...of }: OfCase): Promise<MessageFacts> {
  return lintFactsOf(tx, office, {
    mayNameLandlord: false,
    people: await namesInCase(tx, office.organisation, of),
    numbers: [reference],
  });
}

/** A message as it would be read. */
export interface Worded extends Pick<Message, 'channel' | 'says'> {
  readonly language: Language;
  /** `''`: not written yet. */
  readonly words: string;
}

/** What its words would tell; the envelope of a letter names the person, and so may the letter. */
export function findingsIn(message: Worded, telling: MessageFacts): readonly Finding[] {
  const { channel, says, language, words } = message;
  const letter = channel === 'post';
  const people = telling.people.filter(({ who }) => !letter || who !== 'person');
  const facts = inLanguage({ ...telling, people, mayNameLandlord: says === 'something' }, language);
  return lint({ channel: letter ? 'letter' : channel, language, subject: '', body: words }, facts);
}
