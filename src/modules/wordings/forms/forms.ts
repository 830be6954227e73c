import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, formGiven, known, offered, onList, requiredLine, requiredWords } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { languageCodes } from '#rules/languages.ts';
import { type Wording, wordedChannels } from '#rules/wording.ts';

const channels = wordedChannels.map(({ value }) => value);

/** A wording that there was not before, or another version of `of`: then its channel and language stay. */
export const wordingForm = formGiven(
  z
    .object({
      title: requiredLine('Say what colleagues call it', 60),
      channel: choice(channels, 'Say by what it goes'),
      language: choice(languageCodes, 'Say in which language it is'),
      body: requiredWords('Write what it says', 2_000),
      why: reason('Say what is new about it, for whoever decides'),
      of: known<Wording | null>(),
    })
    .transform(({ of, ...rest }) => ({
      ...rest,
      key: of?.key ?? null,
    })),
  (typed, of: Wording | null) => ({
    ...typed,
    ...(of && { title: of.title, channel: of.channel, language: of.language }),
    of,
  }),
);

export const wordingDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Say whether messages may say this',
  whyNot: 'Say why not, for whoever proposed it',
});

/** @param names of what is in use */
export const withdrawingForm = formGiven(
  z.object({
    of: offered<string>('Choose the wording'),
    why: reason('Say why nothing more is made of it'),
  }),
  (typed, names: readonly string[]) => ({ ...typed, of: onList(names, typed, 'of') }),
);

export const wordForm = z.object({
  word: requiredLine('Enter a word that would tell', 60)
    .refine((word) => (word.match(/\p{L}/gu)?.length ?? 0) > 1, 'Enter a word of two letters or more')
    .refine((word) => !/\*./.test(word.slice(1)), 'An asterisk stands at the beginning or the end'),
});
