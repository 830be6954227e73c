import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { PersonInCase } from '#modules/case-file/index.ts';
import { personNames } from '#modules/register/index.ts';
import { inLanguage, lintFactsOf, type MessageFacts } from '#modules/wordings/index.ts';
import type { PersonId } from '#rules/facts.ts';
import type { Language } from '#rules/languages.ts';
import type { Message } from '#rules/may-send.ts';
import { type Finding, lint, type NamedPart } from '#rules/message-lint.ts';

interface OfCase {
  readonly personId: PersonId | null;
  readonly people: readonly PersonInCase[];
  readonly reference: string;
  /** What is said to whoever else answers. */
  readonly coverReason: string;
}

/** What a message in this case must not tell, whoever reads it: the subject, who we are, and anybody’s name. */
export async function tellingIn(
  tx: Tx,
  office: Office,
  { personId, people, reference, coverReason }: OfCase,
): Promise<MessageFacts> {
  const ids = [...new Set([personId, ...people.map((each) => each.personId)])].flatMap((id) => id ?? []);
  const known = await personNames(tx, office.organisation, ids);
  const partOf = (id: PersonId): NamedPart =>
    id === personId ? 'person' : named(people.find((each) => each.personId === id)?.part ?? '');
  return lintFactsOf(tx, office, {
    mayNameLandlord: false,
    coverReason,
    people: [
      ...known.map(({ id, name }) => ({ name, who: partOf(id) })),
      ...people.flatMap(({ describedAs, part }) =>
        (describedAs.match(asNames) ?? []).map((name) => ({ name, who: named(part) })),
      ),
    ],
    numbers: [reference],
  });
}

/** What reads as a name in a description: “Teo” in “Her son Teo, aged 7”; never the first word of a sentence. */
const asNames = /(?<=\p{L}\p{P}? )\p{Lu}[\p{L}’'-]+/gu;

function named(part: string): NamedPart {
  if (part === 'alleged_perpetrator') return 'feared';
  if (part === 'child_victim') return 'child';
  return part === 'at_risk' ? 'person' : 'other';
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
