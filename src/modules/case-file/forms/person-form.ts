import { z } from 'zod';
import {
  choice,
  formGiven,
  known,
  line,
  optionalChoice,
  requiredLine,
  versionSeen,
  words,
} from '#kit/forms.ts';
import type { PersonId } from '#rules/facts.ts';
import { connections, partsInCase } from '#rules/words.ts';
import { ageProblem } from '../child.ts';

/** Somebody from the register, or described for want of it; the person at risk has no connection to themselves. */
export const personForm = formGiven(
  z
    .object({
      personId: line(40),
      describedAs: line(200),
      part: choice(partsInCase, 'Say what part they have in this case'),
      connection: optionalChoice(
        connections.map((connection) => connection.value),
        '',
      ),
      age: line(60),
      school: line(200),
      notes: words(2_000),
      today: known<Temporal.PlainDate>(),
    })
    .superRefine(({ age, today }, context) => {
      const message = ageProblem(age, today);
      if (message) context.addIssue({ code: 'custom', path: ['age'], message });
    })
    .refine(({ personId, describedAs }) => personId !== '' || describedAs !== '', {
      path: ['describedAs'],
      message: 'Choose somebody from the register, or describe them',
    })
    .transform(({ personId, today: _, ...person }) => ({
      ...person,
      personId: (personId || null) as PersonId | null,
    })),
  (typed, today: Temporal.PlainDate) => ({ ...typed, today }),
);

export const endPersonForm = z.object({
  _version: versionSeen,
  reason: requiredLine('Say why they are no longer part of this case', 500),
});
