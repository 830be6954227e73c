import { type Language, languages, scriptOf } from './languages.ts';
import { hiddenAt } from './look-alikes.ts';
import { labelOf } from './words.ts';

/** Something that is no plain text of this language: where it begins, what it is and what to do. */
export interface NotPlain {
  readonly kind: 'link' | 'markup' | 'hidden' | 'letters' | 'unfilled';
  readonly at: number;
  readonly written: string;
  readonly says: string;
  readonly instead: string;
}

/** Only words: nothing to open, nothing that another program would read as something else, nothing unseen. */
export function notPlainIn(text: string, language: Language): readonly NotPlain[] {
  return [
    ...links(text),
    ...strangeLetters(text, language),
    ...hidden(text),
    ...matched(
      'markup',
      /<\/?[a-z!][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);|!?\[[^[\]]*\]\([^()]*\)/i,
      text,
      () => ['Only plain text is sent', 'Leave out the signs of other programs'],
    ),
    ...matched('unfilled', /\{[^{}]*\}|\[(?!\w+:)[a-z ]+\](?!\()/i, text, (found) => [
      `“${found}” is not filled in`,
      'Write what belongs there, or leave it out',
    ]),
  ];
}

const schemes = /\b(?:https?|mailto|tel|sms):\S*|\bwww\.\S+|[^\s@]+@[^\s@.]+\.[^\s@]+/iu;
/** How what a phone makes a link of by itself ends: `mill-lane.homes/help`. */
const endings = 'uk|com|org|net|info|io|co|eu|gov|app|me|ly|link|site|online|housing|homes|cymru|wales|help';
const domain = new RegExp(
  `(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{1,63}\\.(?:[\\p{L}\\p{N}-]{1,63}\\.){0,4}(?:${endings})\\b(?:/\\S*)?`,
  'iu',
);

function links(text: string): readonly NotPlain[] {
  const found = [schemes, domain].flatMap((shape) =>
    matched('link', shape, text.normalize('NFKC'), (written) => [
      `“${written}” is an address: it names somebody, and opening it leaves a trace`,
      'Give a number to call',
    ]),
  );
  return found.slice(0, 1);
}

function hidden(text: string): readonly NotPlain[] {
  const at = hiddenAt(text);
  if (at === -1) return [];
  return [
    {
      ...{ kind: 'hidden', at, written: '' },
      ...{ says: 'Something stands here that nobody sees', instead: 'Type this word again' },
    },
  ];
}

/** A letter of another script, which may look like one of this; digits and signs belong to all. */
function strangeLetters(text: string, language: Language): readonly NotPlain[] {
  const own = new RegExp(`[\\p{Script_Extensions=${scriptOf[language]}}${latinToo(language)}]`, 'u');
  let at = 0;
  for (const letter of text) {
    const plain = letter.normalize('NFKC');
    const dressed = (letter !== plain && /[a-z]/i.test(plain)) || boxed.test(letter);
    if (dressed || (/\p{L}/u.test(letter) && !own.test(letter)))
      return [
        {
          ...{ kind: 'letters', at, written: letter },
          says: `“${letter}” is no letter of ${labelOf(languages, language)}, and may look like one`,
          instead: 'Type this word again, or choose another language',
        },
      ];
    at += letter.length;
  }
  return [];
}

/** Names of places and numbers of a home are written in Latin letters whatever the language. */
function latinToo(language: Language): string {
  return scriptOf[language] === 'Latin' ? '' : '\\p{Script=Latin}';
}

const boxed = /[\u{1f100}-\u{1f1ff}]/u;

function matched(
  kind: NotPlain['kind'],
  shape: RegExp,
  text: string,
  words: (written: string) => readonly [says: string, instead: string],
): readonly NotPlain[] {
  const match = shape.exec(text);
  if (!match) return [];
  const [says, instead] = words(match[0]);
  return [{ kind, at: match.index, written: match[0], says, instead }];
}
