import { z } from 'zod';
import {
  choice,
  type FieldErrors,
  formGiven,
  kept,
  known,
  line,
  offered,
  offeredOrNone,
  onList,
  type Typed,
  ticked,
  words,
} from '#kit/forms.ts';
import { type Language, languageCodes } from '#rules/languages.ts';
import { keyOf, type Route } from '../openings.ts';
import { askers } from '../standing.ts';

/** For how long a message is of any use; after that it is never sent. */
export const usefulFor = [
  { value: '0', label: 'Today only' },
  { value: '2', label: 'Until the day after tomorrow' },
  { value: '6', label: 'For a week' },
  { value: '13', label: 'For two weeks' },
] as const;

/** What whoever else reads it would learn. */
export const sayings = [
  {
    value: 'neutral',
    label: 'Nothing',
    hint: 'It could come from anybody: “Please call Sam when you can.” A text or an e-mail is never anything else',
  },
  { value: 'something', label: 'Something', hint: 'Who we are. Only a letter, and never what it is about' },
] as const;

/** What is typed of a message, as far as its words depend on it. */
export interface Written {
  readonly wording: string;
  readonly words: string;
  readonly language: Language;
  readonly when: string;
  readonly place: string;
  readonly says: 'neutral' | 'something';
}

/** What is wrong with it over one of the ways, by field: with the words themselves, or with what they lack. */
export type WrongOver = (written: Written, route: Route) => FieldErrors;

/** @param routes the ways that were agreed */
export const messageForm = formGiven(
  z
    .object({
      route: offered<string>('Choose the way that it goes'),
      wording: offeredOrNone<string>('Choose a wording, or your own words'),
      words: words(4_000),
      language: choice(languageCodes, 'Say in which language it is'),
      when: line(100),
      place: line(100),
      says: choice(
        ['neutral', 'something'],
        'Say whether anybody else who reads it learns something from it',
      ),
      askedForBy: choice(
        askers.map(({ value }) => value),
        'Say who wants it',
      ),
      useful: choice(
        usefulFor.map(({ value }) => value),
        'Say until when it is of any use',
      ),
      again: ticked(),
      together: line(300),
      beside: line(4_000),
      routes: known<readonly Route[]>(),
    })
    .transform(({ route, useful, routes, ...rest }) => ({
      ...rest,
      route: routes.find((each) => keyOf(each) === route) ?? null,
      days: Number(useful),
    })),
  (typed, routes: readonly Route[], wordings: readonly string[], _: WrongOver) => ({
    ...typed,
    wording: onList(wordings, typed, 'wording'),
    route: onList(routes.map(keyOf), typed, 'route'),
    routes,
  }),
  wrongWith,
);

/** Of the way and the words, beside whatever is missing: told together, so that nobody hurries over the second. */
function wrongWith(
  typed: Typed,
  routes: readonly Route[],
  wordings: readonly string[],
  wrongOver: WrongOver,
): FieldErrors {
  const written = kept(typed, 'words');
  const wording = onList(wordings, typed, 'wording');
  const chosen = routes.find((each) => keyOf(each) === kept(typed, 'route'));
  const short = chosen !== undefined && chosen.channel !== 'post';
  const blank = written.trim() === '';
  const says = kept(typed, 'says');
  const given = {
    ...{ wording: wording ?? '', words: written.replaceAll('\r\n', '\n') },
    ...{ when: kept(typed, 'when').trim(), place: kept(typed, 'place').trim() },
    language: languageCodes.find((code) => code === kept(typed, 'language')) ?? 'en',
    // Unsaid, it is read as what allows most: told is only what is wrong in any case.
    says: short || says === 'neutral' ? 'neutral' : 'something',
  } as const;
  const readable = wording === '' ? !blank : wording !== null && blank;
  return {
    ...(readable ? inEachOf((chosen ? [chosen] : routes).map((each) => wrongOver(given, each))) : {}),
    ...(wording === '' && blank && { words: 'Write what it says, or choose a wording' }),
    ...(wording &&
      !blank && { wording: 'Choose “Your own words” for what you wrote, or take out what you wrote' }),
    ...(short &&
      says === 'something' && {
        says: 'A text or an e-mail never says anything: write no more than “Please call”',
      }),
    ...(chosen?.channel === 'text' &&
      written.length > longestText && {
        words: `A text has ${longestText} characters at most: say only whom to call`,
      }),
  };
}

/** As long as no way is chosen: what is wrong whichever it is. */
function inEachOf([first = {}, ...others]: readonly FieldErrors[]): FieldErrors {
  return Object.fromEntries(
    Object.entries(first).filter(([field, text]) => others.every((each) => each[field] === text)),
  );
}

/** A longer one comes as several, in any order, and more of it stands on a locked screen. */
const longestText = 300;
