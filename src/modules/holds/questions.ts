import { z } from 'zod';
import type { Wrong } from '#kit/http/problems.ts';
import { courtStepNames } from '#rules/court-steps.ts';
import { holdContacts } from '#rules/hold-answer.ts';
import { tenancyEventNames } from '#rules/tenancy-events.ts';

/** By what a system may ask about somebody. */
export const askedBy = ['tenancy', 'person', 'address', 'uprn'] as const;
export type AskedBy = (typeof askedBy)[number];
/** What a token may be for: those, the whole list, and whether a home may be offered to somebody. */
export const questions = [...askedBy, 'list', 'move'] as const;
export type Question = (typeof questions)[number];

export const atOnce = 1_000;
const longest = 200;

/** Control characters are in no reference, and PostgreSQL holds no null character. */
const reference = z
  .string('Send it once, as text.')
  .min(1, 'It is empty.')
  .max(longest, `It is longer than ${longest} characters.`)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'It holds a character that is in no reference.');

const contact = z
  .enum(holdContacts, `Use one of ${holdContacts.join(', ')}.`)
  .optional()
  .describe('What is meant to be done. Left out: the strictest answer of all for which the token is.');

const described = {
  tenancy: 'The reference of a tenancy, as your housing system has it.',
  person: 'The reference of a person, as your housing system has it.',
  address: 'The reference of a home, or an address as it is written, with its postcode last.',
  uprn: 'The unique property reference number of a home.',
} as const satisfies Readonly<Record<AskedBy, string>>;

/** One question, as parameters of an address. */
export const oneAsked = z
  .strictObject({
    tenancy: reference.optional().describe(described.tenancy),
    person: reference.optional().describe(described.person),
    address: reference.optional().describe(described.address),
    uprn: reference.optional().describe(described.uprn),
    contact,
  })
  .refine(
    (asked) => askedBy.filter((each) => asked[each] !== undefined).length === 1,
    `Send exactly one of ${askedBy.join(', ')}.`,
  );

/** Many questions at once, as a body: no reference stands in an address that a proxy writes down. */
export const manyAsked = z.strictObject({
  by: z.enum(askedBy, `Use one of ${askedBy.join(', ')}.`),
  references: z
    .array(reference, 'Send a list of texts.')
    .min(1, 'Send at least one.')
    .max(atOnce, `Send at most ${atOnce} at once.`),
  contact,
});

/** Whether the same is asked twice: of an address, however its letters and digits are set. */
export function asksTwice({ by, references }: Pick<z.infer<typeof manyAsked>, 'by' | 'references'>): boolean {
  const alike = (text: string) =>
    by === 'address' ? text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') || text : text;
  return new Set(references.map(alike)).size < references.length;
}

/** A step over income, said before it is taken. */
export const stepSaid = z.strictObject({
  tenancy: reference.describe(described.tenancy),
  step: z
    .enum(courtStepNames, `Use one of ${courtStepNames.join(', ')}.`)
    .describe('What is meant to be done over income.'),
});

/** A home that would be offered, and to whom. */
export const moveAsked = z.strictObject({
  household: reference.describe(
    'The reference of who would move, or of their tenancy, as your system has it.',
  ),
  address: reference.describe('The home, as it is written, without its postcode.'),
  postcode: z
    .string('Send it once, as text.')
    .max(12, 'It is longer than 12 characters.')
    .regex(/^[A-Za-z0-9 ]*$/, 'Send letters, figures and spaces alone.')
    .describe('Its whole postcode. Without one the answer is always ask.'),
});

const asDay = 'Write it as 2026-11-30.';
const dayOfOurs = z.iso.date(asDay).regex(/^(19|20)/, asDay);

/** What somebody asks to be done to a tenancy, said before it is done. */
export const tenancyEventSaid = z.strictObject({
  tenancy: reference.describe(described.tenancy),
  event: z
    .enum(tenancyEventNames, `Use one of ${tenancyEventNames.join(', ')}.`)
    .describe('What was asked for, or came in: of one tenant or of all, whoever it was.'),
  givenOn: dayOfOurs.optional().describe('The day on which it was given.'),
  endsOn: dayOfOurs.optional().describe('The day on which it says that it ends.'),
});

/** Which change of a tenancy, of those that the system said itself, is read back. */
export const tenancyEventAsked = z.strictObject({
  tenancy: reference.describe(described.tenancy),
  event: z
    .enum(tenancyEventNames, `Use one of ${tenancyEventNames.join(', ')}.`)
    .describe('What your system said. The newest of that kind is answered.'),
});

export const listAsked = z.strictObject({ contact });

/** What is wrong, where; of what was sent, nothing is said again. */
export function wrongIn(error: z.ZodError): readonly Wrong[] {
  return error.issues.slice(0, 20).map((issue) => ({
    at: issue.path.map(String).join('/').slice(0, 40),
    says:
      issue.code === 'unrecognized_keys' ? 'There is something here that is not asked for.' : issue.message,
  }));
}
