import { z } from 'zod';
import { choice, choices, formGiven, keptAll, known, requiredLine } from '#kit/forms.ts';
import { type DataKind, dataKinds } from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';
import type { Holds } from '../exhibits.ts';

/** What was chosen that cannot go, and why: by the id of the file. */
type Reasons = (holds: Holds) => ReadonlyMap<string, string>;

/** What a file may show beside what happened: each is agreed to, and decided, by itself. */
const shown: readonly DataKind[] = ['home', 'contact', 'family', 'health'];
export const tellsOf = [
  ...dataKinds.filter(({ value }) => shown.includes(value)),
  { value: 'nothing', label: 'None of these: I have looked at each' },
] as const;
type Told = DataKind | 'nothing';

export function kindsTold(tells: readonly Told[]): readonly DataKind[] {
  return tells.filter((each) => each !== 'nothing');
}

/** Which files go, by whose initials they are numbered, as what, and what they show. */
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
      tells: choices<Told>(tellsOf.map(({ value }) => value)),
      reasons: known<Reasons>(),
      kinds: known<readonly DataKind[]>(),
    })
    .superRefine(({ chosen, holds, tells, reasons, kinds }, ctx) => {
      const why = reasons(holds as Holds);
      const wrong = chosen.map((id) => why.get(id)).find((reason) => reason !== undefined);
      if (wrong) ctx.addIssue({ code: 'custom', path: ['chosen'], message: `Leave this one out. ${wrong}` });
      const problem = problemOf(tells, kinds);
      if (problem) ctx.addIssue({ code: 'custom', path: ['tells'], message: problem });
    }),
  (typed, files: readonly string[], reasons: Reasons, kinds: readonly DataKind[]) => ({
    ...typed,
    chosen: keptAll(typed, 'chosen').filter((id) => files.includes(id)),
    reasons,
    kinds,
  }),
);

/** Blank is not none; and what was not decided does not go because a picture shows it. */
function problemOf(tells: readonly Told[], kinds: readonly DataKind[]): string | null {
  if (tells.length === 0) return 'Say what they show, or that they show none of these';
  if (tells.includes('nothing')) return tells.length > 1 ? 'Choose what they show, or none of these' : null;
  const missing = kindsTold(tells).filter((kind) => !kinds.includes(kind));
  if (missing.length === 0) return null;
  const named = missing.map((kind) => labelOf(dataKinds, kind).toLowerCase()).join('; ');
  return `It was not decided that they learn this: ${named}. Leave those files out, or decide anew`;
}
