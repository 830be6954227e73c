import { z } from 'zod';
import { choice, formGiven, known, line, type Typed, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { valuesOf } from '#rules/words.ts';
import { type JobStep, jobSteps, type LookedSaid, lookedSaid, maySettle, problems } from '../link.ts';

/** To whom a link goes, and how its code is told. */
export const linkForm = formGiven(
  z
    .object({
      address: z.preprocess(
        (typed) => (typeof typed === 'string' ? typed.trim().toLowerCase() : ''),
        z.string().max(200, 'Use 200 characters or fewer'),
      ),
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

/** Why a link to a job may not go there; '' where it may. */
export function linkAddressProblem(
  address: string,
  { domain, addedBy }: { readonly domain: string; readonly addedBy: string },
  by: string,
): string {
  const [, at] = /^[^\s@]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(address) ?? [];
  if (at === undefined) return `Enter their address at work, for example name@${domain}`;
  if (at !== domain) return `This is not at ${domain}, which is on record as theirs`;
  if (addedBy === by)
    return 'You wrote down that domain yourself. Somebody else sends to it, so that two people have looked';
  return '';
}

/** What whoever has a link sends: their name and the code, and what they answer. */
export const jobForm = z.object({
  reader: line(100).refine((name) => name.length > 1, 'Enter your name'),
  code: z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.replaceAll(/[\s-]/g, '') : ''),
    z.string().regex(/^\d{8}$/, 'Enter the eight figures of the code'),
  ),
  step: z.enum(jobSteps).catch('open' satisfies JobStep),
});

/** What belongs to an answer; told only to whoever had the right code. */
const answers = {
  open: z.object({}),
  accept: z.object({}),
  arrived: z.object({}),
  cannot: z.object({ words: reason('Say in a few words why, so that another time can be found', 1_000) }),
  done: z.object({ words: reason('Say what was fitted, and what is left', 1_000) }),
  problem: z.object({
    problem: choice(valuesOf(problems), 'Say what stopped you'),
    words: words(1_000),
  }),
} as const satisfies Readonly<Record<JobStep, z.ZodType>>;

export function answerForm(step: JobStep): z.ZodType<{ readonly problem?: string; readonly words?: string }> {
  return answers[step] as z.ZodType<{ readonly problem?: string; readonly words?: string }>;
}

/** What was done about a stop. */
export const stopForm = formGiven(
  z
    .object({
      said: choice(valuesOf(lookedSaid), 'Say what was done'),
      words: reason('Say by whom, and what they say or what was arranged', 2_000),
      _outcome: z.string(),
      _stands: known<boolean>(),
    })
    .superRefine(({ said, _outcome, _stands }, context) => {
      if (_stands && said !== 'not_reached')
        context.addIssue({
          code: 'custom',
          path: ['said'],
          message: 'The order still stands with them: first give it to another, or end it',
        });
      if (!maySettle(_outcome, said as LookedSaid))
        context.addIssue({
          code: 'custom',
          path: ['said'],
          message: 'Somebody stood at the door: ask the person, or say that they were not reached',
        });
    })
    .transform(({ _outcome: _, _stands: __, ...given }) => given),
  (typed: Typed, outcome: string, stands: boolean) => ({ ...typed, _outcome: outcome, _stands: stands }),
);
