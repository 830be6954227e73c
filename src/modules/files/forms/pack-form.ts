import { z } from 'zod';
import { choice, formGiven, keptAll, known, requiredLine } from '#kit/forms.ts';
import type { Holds } from '../exhibits.ts';

/** What was chosen that cannot go, and why: by the id of the file. */
type Reasons = (holds: Holds) => ReadonlyMap<string, string>;

/** Which files go, by whose initials they are numbered, and as what. */
export const packForm = formGiven(
  z
    .object({
      chosen: z.array(z.string()).min(1, 'Choose at least one file'),
      initials: requiredLine('Enter your initials: two to five letters', 10).pipe(
        z
          .string()
          .transform((typed) => typed.toUpperCase().replaceAll(/[^A-Z]/g, ''))
          .refine((letters) => /^[A-Z]{2,5}$/.test(letters), 'Enter two to five letters, as AB'),
      ),
      holds: choice(['originals', 'shown'], 'Say whether the originals go, or pictures made of them'),
      reasons: known<Reasons>(),
    })
    .superRefine(({ chosen, holds, reasons }, ctx) => {
      const why = reasons(holds as Holds);
      const wrong = chosen.map((id) => why.get(id)).find((reason) => reason !== undefined);
      if (wrong) ctx.addIssue({ code: 'custom', path: ['chosen'], message: `Leave this one out. ${wrong}` });
    }),
  (typed, files: readonly string[], reasons: Reasons) => ({
    ...typed,
    chosen: keptAll(typed, 'chosen').filter((id) => files.includes(id)),
    reasons,
  }),
);
