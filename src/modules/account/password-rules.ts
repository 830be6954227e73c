import { commonWords } from './common-passwords.ts';

/** Whose password it is to be; none of these names may be in it. */
export interface Owner {
  readonly name: string;
  readonly email: string;
  readonly organisationName: string;
}

export const shortest = 12;
export const longest = 256;

/** What a person choosing one is told. Length decides: three words in a row are better than one with signs in it. */
export const passwordAdvice =
  'At least 12 characters. Three or more words that have nothing to do with one another are easy to ' +
  'remember. Do not use your name, your e-mail address or your landlord’s name.';

/** Why this password cannot be used, in words for the person choosing it; null: it can. */
export function passwordProblem(password: string, owner: Owner): string | null {
  const characters = [...password].length;
  if (characters === 0) return 'Enter a password';
  if (characters < shortest) return `Use at least ${shortest} characters`;
  if (characters > longest) return `Use at most ${longest} characters`;
  if (names(owner).some((name) => bare(password).includes(name)))
    return 'Choose a password without your name, your e-mail address or your landlord’s name';
  if (isCommon(password))
    return 'This password is too easy to guess. Try three or more words that have nothing to do with one another';
  return null;
}

/** Is it one of the commonest passwords, or one with digits, signs or a repetition added? */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return true;
  if (isRun(lower)) return true;
  return [letters(lower), letters(plainLetters(lower))].some(
    (word) => word.length < 4 || isCommonWord(once(word)) || isTwoCommonWords(word),
  );
}

/** `12345678…`, `abcdefgh…`, and the same backwards: each character follows its neighbour. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  const regular = steps.filter((step) => step === 1 || step === -1 || step === -9 || step === 0);
  return regular.length >= steps.length * 0.8;
}

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Digits and signs that stand inside a word, read as the letters they look like: `p4ssw0rd`. */
function plainLetters(text: string): string {
  return text
    .replace(/\P{L}+$/u, '')
    .replace(/^\P{L}+/u, '')
    .replace(/[0134578@$!]/g, (sign) => lookAlikes[sign] as string);
}

function letters(text: string): string {
  return text.normalize('NFD').replace(/\P{L}/gu, '');
}

/** `passwordpassword` is `password`. */
function once(word: string): string {
  for (let length = 3; length <= word.length / 2; length += 1) {
    if (word.length % length === 0 && word.slice(0, length).repeat(word.length / length) === word)
      return word.slice(0, length);
  }
  return word;
}

function isCommonWord(word: string): boolean {
  return commonWords.has(word);
}

function isTwoCommonWords(word: string): boolean {
  for (let split = 2; split <= word.length - 2; split += 1) {
    if (isCommonWord(word.slice(0, split)) && isCommonWord(word.slice(split))) return true;
  }
  return false;
}

/** The parts of the owner's names that are long enough to be recognised inside a password. */
function names({ name, email, organisationName }: Owner): readonly string[] {
  const [local = '', domain = ''] = email.split('@');
  const parts = [...name.split(/[\s'’-]+/), ...local.split(/[._+-]+/), local, domain.split('.')[0] ?? ''];
  return [...parts, organisationName].map(bare).filter((part) => part.length >= 4);
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
