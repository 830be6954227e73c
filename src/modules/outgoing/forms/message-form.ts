import { z } from 'zod';
import { choice, formGiven, known, line, offered, offeredOrNone, onList, ticked, words } from '#kit/forms.ts';
import { languageCodes } from '#rules/languages.ts';
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
      routes: known<readonly Route[]>(),
    })
    .superRefine(({ route, wording, words: written, says, routes }, ctx) => {
      const channel = routes.find((each) => keyOf(each) === route)?.channel;
      const problem = (path: string, message: string) =>
        ctx.addIssue({ code: 'custom', path: [path], message });
      if (wording === '' && written.trim() === '')
        problem('words', 'Write what it says, or choose a wording');
      if (wording !== '' && written.trim() !== '')
        problem('words', 'Choose a wording or write your own words, not both');
      if (channel === undefined || channel === 'post') return;
      if (says === 'something')
        problem('says', 'A text or an e-mail never says anything: write no more than “Please call”');
      if (channel === 'text' && written.length > longestText)
        problem('words', `A text has ${longestText} characters at most: say only whom to call`);
    })
    .transform(({ route, useful, routes, ...rest }) => ({
      ...rest,
      route: routes.find((each) => keyOf(each) === route) ?? null,
      days: Number(useful),
    })),
  (typed, routes: readonly Route[], wordings: readonly string[]) => ({
    ...typed,
    wording: onList(wordings, typed, 'wording'),
    route: onList(routes.map(keyOf), typed, 'route'),
    routes,
  }),
);

/** A longer one comes as several, in any order, and more of it stands on a locked screen. */
const longestText = 300;
