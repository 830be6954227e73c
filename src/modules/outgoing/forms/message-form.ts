import { z } from 'zod';
import { choice, formGiven, known, offered, onList, requiredWords } from '#kit/forms.ts';
import { findingsInWords } from '#modules/wordings/pure.ts';
import { type LintFacts, lint } from '#rules/message-lint.ts';
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
  { value: 'something', label: 'Something', hint: 'Who we are, or what it is about. Only a letter' },
] as const;

interface Offered extends Route {
  readonly telling: LintFacts;
}

/** @param routes the ways that were agreed */
export const messageForm = formGiven(
  z
    .object({
      route: offered<string>('Choose the way that it goes'),
      words: requiredWords('Write what it says', 4_000),
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
      routes: known<readonly Offered[]>(),
    })
    .superRefine(({ route, words, says, routes }, ctx) => {
      const chosen = routes.find((each) => keyOf(each) === route);
      const channel = chosen?.channel;
      const problem = (path: string, message: string) =>
        ctx.addIssue({ code: 'custom', path: [path], message });
      if (chosen === undefined || channel === undefined) return;
      const as = channel === 'post' ? 'letter' : channel;
      const found = lint({ channel: as, language: 'en', subject: '', body: words }, chosen.telling);
      if (found.length > 0) problem('words', findingsInWords(found));
      if (channel === 'post') return;
      if (says === 'something')
        problem('says', 'A text or an e-mail never says anything: write no more than “Please call”');
    })
    .transform(({ route, useful, routes, ...rest }) => ({
      ...rest,
      route: routes.find((each) => keyOf(each) === route) ?? null,
      days: Number(useful),
    })),
  (typed, routes: readonly Offered[]) => ({
    ...typed,
    route: onList(routes.map(keyOf), typed, 'route'),
    routes,
  }),
);
