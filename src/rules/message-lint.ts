import { type Found, findIn, type Sought } from './disguise.ts';
import { type Folded, folded } from './folded-text.ts';
import type { Language } from './languages.ts';
import { namesIn } from './names-in-text.ts';
import { phonesIn } from './phones-in-text.ts';
import { type NotPlain, notPlainIn } from './plain-text.ts';
import type { WordsOf } from './telling-words.ts';

/** What leaves with words in it, whoever opens it. */
export interface Worded {
  readonly channel: 'text' | 'email' | 'letter' | 'calendar';
  readonly language: Language;
  /** The subject line, or the title of a file or an entry; `''`: there is none. */
  readonly subject: string;
  readonly body: string;
}

/** Of whom a message must not tell, beside the subject itself. */
export interface LintFacts {
  readonly words: readonly WordsOf[];
  /** The landlord's names, as its people and its tenants say them, and its addresses on the internet. */
  readonly landlord: readonly string[];
  /** Agreed with the person: a letter or an e-mail may say from whom it is. Never a text, never a subject line. */
  readonly mayNameLandlord: boolean;
  /** Whoever must not be found in it; the person's first name is left out of this where it was agreed. */
  readonly people: readonly { readonly name: string; readonly who: NamedPart }[];
  /** References of the case and of the tenancy, by which somebody could ask. */
  readonly numbers: readonly string[];
  /** The only number that whoever reads it may be asked to call; `''`: none is set. */
  readonly callBack: string;
}

export type NamedPart = 'feared' | 'child' | 'person' | 'other';

export interface Finding extends Omit<NotPlain, 'kind'> {
  readonly kind: NotPlain['kind'] | 'subject' | 'landlord' | 'person' | 'number' | 'too-long';
  readonly field: 'subject' | 'body';
}

/**
 * What in a message would tell whoever reads it what it is about, from whom it is, or who else is in it: where it
 * stands, why, and how to say it instead. What has a finding is not sent, and nobody overrides that. Nothing found
 * promises nothing: it is the least (V3.2, L2.1a).
 */
export function lint(message: Worded, facts: LintFacts): readonly Finding[] {
  const of = (field: Finding['field']) =>
    inText(message[field], field === 'subject', message, facts)
      .toSorted((one, other) => one.at - other.at)
      .map((finding) => ({ ...finding, field }));
  return [...of('subject'), ...of('body'), ...tooLong(message)];
}

type Placed = Omit<Finding, 'field'>;

function inText(text: string, line: boolean, message: Worded, facts: LintFacts): readonly Placed[] {
  if (text.trim() === '') return [];
  const reads = folded(text);
  const references = numbers(text, facts);
  const never = line || message.channel === 'text' || message.channel === 'calendar';
  return [
    ...subjectWords(reads, facts),
    ...(facts.mayNameLandlord && !never ? [] : landlordWords(reads, facts)),
    ...names(reads, facts),
    ...(references.length > 0 ? references : otherPhones(text, facts)),
    ...notPlainIn(text, message.language),
  ];
}

function subjectWords(reads: Folded, { words }: LintFacts): readonly Placed[] {
  const listed = words.flatMap(({ subject }) => subject);
  return found(listed, reads).map(({ at, written }) => ({
    ...{ kind: 'subject', at, written, says: `“${written}” tells what this is about` },
    instead: 'Say no more than whom to call and when, with the reason that they agreed',
  }));
}

function landlordWords(reads: Folded, { words, landlord }: LintFacts): readonly Placed[] {
  const listed = words.flatMap((each) => each.landlord);
  const own = landlord.flatMap((name) => namesIn(reads, name));
  return longest([...own, ...found(listed, reads)]).map(({ at, written }) => ({
    ...{ kind: 'landlord', at, written, says: `“${written}” tells from whom it comes` },
    instead: 'Leave out who we are',
  }));
}

const named: Readonly<Record<NamedPart, string>> = {
  feared: 'whom they fear',
  child: 'a child',
  person: 'the person',
  other: 'somebody in this case',
};

function names(reads: Folded, { people }: LintFacts): readonly Placed[] {
  return people.flatMap(({ name, who }) =>
    longest(namesIn(reads, name)).map(({ at, written }) => ({
      ...{ kind: 'person', at, written, says: `“${written}” names ${named[who]}` },
      instead: 'Leave out every name',
    })),
  );
}

function numbers(text: string, facts: LintFacts): readonly Placed[] {
  const plain = text.normalize('NFKC');
  return facts.numbers.flatMap((number) => {
    const signs = [...number.replaceAll(/[^\p{L}\p{N}]/gu, '')];
    if (signs.length < 3) return [];
    const shape = `(?<![\\p{L}\\p{N}])${signs.join('[^\\p{L}\\p{N}]{0,3}')}(?![\\p{L}\\p{N}])`;
    const match = new RegExp(shape, 'iu').exec(plain);
    if (!match) return [];
    const [written] = match;
    const says = `“${written}” is a number by which somebody could ask`;
    return [{ kind: 'number', at: match.index, written, says, instead: 'Leave out every reference' }];
  });
}

/** A number that nobody agreed to may be anybody's: of whoever is feared, too. */
function otherPhones(text: string, { callBack }: LintFacts): readonly Placed[] {
  const ours = new Set(phonesIn(callBack).map(({ digits }) => digits));
  return phonesIn(text)
    .filter(({ digits }) => !ours.has(digits))
    .map(({ at, written }) => ({
      ...{ kind: 'number', at, written, says: `“${written}” is not our number to call back` },
      instead: 'Give the number to call back alone, as it is set under Team, Wordings',
    }));
}

/** A longer one comes as several, in any order, and more of it stands on a locked screen. */
const longestText = 300;

function tooLong({ channel, body }: Worded): readonly Finding[] {
  if (channel !== 'text' || body.length <= longestText) return [];
  const says = `A text has ${longestText} characters at most`;
  return [
    {
      ...{ kind: 'too-long', field: 'body', at: longestText, written: '' },
      ...{ says, instead: 'Say only whom to call' },
    },
  ];
}

function found(words: readonly Sought[], reads: Folded): readonly Found[] {
  return longest(words.flatMap((word) => findIn(reads, word) ?? []));
}

/** “Domestic abuse” holds several: each place is told once. */
function longest(each: readonly Found[]): readonly Found[] {
  const within = (one: Found, other: Found) =>
    one.at >= other.at && one.at + one.written.length <= other.at + other.written.length;
  return each
    .toSorted((one, other) => other.written.length - one.written.length)
    .filter((one, index, all) => all.findIndex((other) => within(one, other)) === index);
}
