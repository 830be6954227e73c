import { z } from 'zod';
import { choice, formGiven, line, words } from '#kit/forms.ts';
import type { Choice } from '#rules/words.ts';

export const fileWays = [
  {
    value: 'zip',
    label: 'A ZIP with a passphrase (AES-256)',
    hint: 'Opens with 7-Zip, WinZip, Keka; not with Windows alone',
  },
  { value: 'age_words', label: 'An age file with a passphrase', hint: 'For whoever uses age' },
  { value: 'age_key', label: 'An age file for their public key', hint: 'No passphrase: only they open it' },
] as const satisfies readonly Choice[];

export const fileFormats = [
  { value: 'pdf', label: 'PDF' },
  { value: 'word', label: 'Word' },
] as const satisfies readonly Choice[];

const values = <T extends string>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);

/** How it is encrypted, and by which other way the passphrase is told. */
export const fileForm = z
  .object({
    way: choice(values(fileWays), 'Say how it is encrypted'),
    format: choice(values(fileFormats), 'Choose a kind of file'),
    key: words(4_000),
    told: line(200),
    toWhom: line(200),
  })
  .superRefine(({ way, key, told, toWhom }, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, input: '' });
    if (toWhom === '') say('toWhom', 'Say to whom it goes: an address, or who takes it');
    if (way === 'age_key' && key.trim() === '') say('key', 'Enter the public key that they sent');
    if (way !== 'age_key' && told === '')
      say('told', 'Say by which other way the passphrase reaches them, for example a phone number');
  });

export const linkDays = [1, 3, 7] as const;

/** To one work address, for so many days; the code by another way. */
export const linkForm = formGiven(
  z
    .object({
      address: z.preprocess(
        (typed) => (typeof typed === 'string' ? typed.trim().toLowerCase() : ''),
        z.string().max(200, 'Use 200 characters or fewer'),
      ),
      days: choice(linkDays.map(String), 'Say for how many days'),
      codeTold: line(200).refine((said) => said !== '', 'Say by which other way you tell the code'),
      problem: z.custom<string>(),
    })
    .superRefine(({ problem }, context) => {
      if (problem !== '')
        context.addIssue({ code: 'custom', path: ['address'], message: problem, input: '' });
    })
    .transform(({ problem: _, ...given }) => given),
  (typed, problemOf: (address: string) => string) => ({
    ...typed,
    problem: problemOf(typeof typed.address === 'string' ? typed.address.trim().toLowerCase() : ''),
  }),
);
