import { z } from 'zod';
import { choice, line, requiredWords } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import type { PersonId, PropertyId } from '#rules/facts.ts';
import { type Asked, findings, readReference, reasons } from '../emergency.ts';

/** A reference, or somebody or some home found on the register; and why, chosen and in one's own words. */
export const askForm = z
  .looseObject({
    reference: line(40),
    subject: line(60),
    reason: choice(
      reasons.map(({ value }) => value),
      'Choose why it cannot wait',
    ),
    words: requiredWords('Say in your own words why it cannot wait', 2_000),
  })
  .transform(({ reference, subject, reason, words }, context) => {
    const asked = askedFor(reference, subject);
    if (typeof asked === 'string') context.addIssue({ code: 'custom', path: ['reference'], message: asked });
    return { asked: asked as Asked, reason, words };
  });

const subjectForm = /^(person|home):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function askedFor(reference: string, subject: string): Asked | string {
  const [, kind, id] = subjectForm.exec(subject) ?? [];
  if (reference !== '' && id) return 'Enter a reference, or choose from the register: one of the two';
  if (id)
    return kind === 'person'
      ? { by: 'person', personId: id as PersonId }
      : { by: 'home', propertyId: id as PropertyId };
  if (reference === '') return 'Enter the reference of the case, or find the person or the home';
  const read = readReference(reference);
  return read === null ? 'A reference looks like C-7K2M-9QXA' : { by: 'reference', reference: read };
}

/** A case by its reference alone. */
export const byReferenceForm = z.object({
  reference: line(40).transform((typed, context) => {
    const read = readReference(typed);
    if (read === null)
      context.addIssue({ code: 'custom', message: 'Enter a reference. It looks like C-7K2M-9QXA' });
    return read ?? '';
  }),
});

export const reviewForm = z.object({
  finding: choice(
    findings.map(({ value }) => value),
    'Say whether it was appropriate',
  ),
  done: reason('Say what you looked at, and what was done', 4_000),
});
