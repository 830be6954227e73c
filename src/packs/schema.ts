import { z } from 'zod';
import { caseEventNames, type EventName, eventNames } from '#rules/event.ts';
import { riskLevels } from '#rules/facts.ts';
import type { Measure, Pack } from '#rules/pack.ts';
import { purposeNames } from '#rules/purposes.ts';
import { crossChecks } from './cross-checks.ts';
import { due, whole } from './due.ts';
import { type Problem, pathInWords, problemsIn } from './problems.ts';

const text = z.string().trim().min(1, 'is empty');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is small letters, digits and single hyphens');
const date = z.iso.date('is not a date such as 2026-10-25');
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'is not a time of day such as 09:00');
const notAnEvent = 'is not the name of an event that Lintel records (see rules/event.ts)';
const event = z.enum(eventNames, notAnEvent);
const asked = z.strictObject({
  by: z.array(event).min(1, 'names no event by which it was asked'),
  called: text,
});
const happening = z.enum(caseEventNames, {
  error: ({ input }) =>
    eventNames.includes(input as EventName)
      ? 'happens to no disclosure and no case, so that no promise can begin, be kept or end by it'
      : notAnEvent,
});
const clauseId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.]*$/, 'is letters, digits and full stops');

const inCalendarDays =
  'counted calendar days and is read no more: write withinWorkingDays, in working days of the office (20 for 28 days)';

const by = z.literal('why').exactOptional();
const also = z
  .array(z.strictObject({ of: z.array(event), says: z.enum(['as', 'way']), oneOf: z.array(text) }))
  .exactOptional();

const measure: z.ZodType<Measure> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('clock'),
      starts: happening,
      stops: z.array(happening).min(1, 'names no event that keeps the promise'),
      byPlan: z.array(happening),
      due,
      escalateAt: z
        .array(z.number().positive().max(1, 'is more than 1, which is due'))
        .refine(ascending, 'does not rise from share to share'),
      evenBefore: z.literal(true).exactOptional(),
      only: z
        .strictObject({
          kinds: z.array(text).min(1, 'names no kind').exactOptional(),
          risk: z
            .array(z.enum([...riskLevels, 'not_rated']))
            .min(1, 'names no level')
            .exactOptional(),
        })
        .exactOptional(),
      atLatest: z.strictObject({ starts: happening, due }).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('evidence'),
      of: event,
      shownBy: z.array(event).min(1, 'names no event that shows it'),
      per: z.enum(['case', 'disclosure']),
      withinWorkingDays: whole,
      withinDays: z.never(inCalendarDays).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('share'),
      done: z.array(event).min(1, 'names no event that is done'),
      notDone: z.array(event).min(1, 'names no event that is not done: it would always be kept'),
      apart: z.array(event),
      kinds: z.array(text).min(1, 'names no kind').exactOptional(),
      silence: z.strictObject({ says: text, asked: asked.exactOptional() }).exactOptional(),
    }),
    z.strictObject({ kind: z.literal('count'), of: event, says: text, by, also }),
    z.strictObject({ kind: z.literal('review'), sooner: z.literal(true).exactOptional() }),
    z.strictObject({ kind: z.literal('gate'), gate: id, asked: event.nullable() }),
    z.strictObject({
      kind: z.literal('offer'),
      offer: id,
      offered: event.nullable(),
      kinds: z.array(text).exactOptional(),
    }),
    z.strictObject({ kind: z.literal('cadence'), everyMonths: whole, done: event.nullable() }),
    z.strictObject({ kind: z.literal('unmeasured'), because: text }),
  ],
  'is not a kind of measure: clock, evidence, share, count, review, gate, offer, cadence or unmeasured',
);

const calendar = z.strictObject({
  division: z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
  timeZone: z.string().refine(timeZoneKnown, 'is not a time zone such as Europe/London'),
  workingDays: z
    .array(z.int().min(1).max(7))
    .min(1, 'has no working day')
    .refine(ascending, 'does not rise from 1 (Monday) to 7 (Sunday), each day once'),
  opens: time,
  closes: time,
  cutOff: time.nullable(),
  outOfHoursTarget: time,
  closures: z.array(date),
});

/** Everything that one place alone can tell. */
const shape: z.ZodType<Pack> = z.strictObject({
  id,
  version: text,
  title: text,
  publisher: text,
  knownAs: z.array(text).exactOptional(),
  inForceFrom: date,
  nextReview: date,
  reviewEveryMonths: whole,
  words: z.strictObject({
    person: text,
    people: text,
    customer: text,
    customers: text,
    perpetrator: text,
    team: text,
  }),
  calendar,
  responsibilities: z.array(z.strictObject({ clause: clauseId, role: text, duty: text })),
  breathingSpace: z
    .strictObject({
      minMonths: whole,
      maxMonths: whole,
      clause: clauseId,
      begins: z.enum(['disclosure', 'case']),
      given: z.enum(['unless-declined', 'if-asked']),
    })
    .nullable(),
  perpetratorGate: z.strictObject({ strictness: z.literal('strict'), clause: clauseId }),
  landlord: z.enum(['public-authority', 'private-provider']).exactOptional(),
  approvedAlone: z.strictObject({ pounds: z.number().int().min(0).max(10_000) }).exactOptional(),
  purposes: z.record(z.enum(purposeNames), clauseId.nullable()),
  clauses: z
    .array(
      z.strictObject({
        id: clauseId,
        heading: text,
        says: text,
        statement: z.literal(true).exactOptional(),
        forReview: z.array(z.strictObject({ found: text, says: text })).exactOptional(),
      }),
    )
    .min(1, 'has no clause'),
  commitments: z.array(
    z.strictObject({
      id,
      clauses: z.array(clauseId).min(1, 'names no clause'),
      title: text,
      definition: text,
      measure,
    }),
  ),
  headline: z
    .array(z.strictObject({ title: text, promises: z.array(id).min(1, 'names no promise') }))
    .min(1, 'names no promise that the board shows first'),
  editions: z
    .array(z.strictObject({ version: text, on: date, changes: z.array(text).min(1, 'says of no change') }))
    .exactOptional(),
});

/** Reads a landlord's policy from parsed JSON, or says what is wrong with it and where. */
export function parsePack(
  json: unknown,
):
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const read = shape.safeParse(json);
  if (!read.success) return { ok: false, problems: problemsIn(read.error) };
  const faults = crossChecks(read.data);
  return faults.length === 0
    ? { ok: true, pack: read.data }
    : { ok: false, problems: faults.map(({ path, reason }) => ({ path: pathInWords(path), reason })) };
}

function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function timeZoneKnown(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
