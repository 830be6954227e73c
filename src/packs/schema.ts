import { z } from 'zod';
import { caseEventNames, type EventName, eventNames } from '#rules/event.ts';
import { riskLevels } from '#rules/facts.ts';
import type { Measure, Pack } from '#rules/pack.ts';
import { purposeNames } from '#rules/purposes.ts';
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

interface Fault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** What only the whole can tell: clauses and commitments name each other, and times and dates are in order. */
function crossChecks(pack: Pack): readonly Fault[] {
  return [
    ...repeated(pack.clauses, 'clauses'),
    ...repeated(pack.commitments, 'commitments'),
    ...namedButMissing(pack),
    ...promisedButNotMeasured(pack),
    ...firstButNoDeadline(pack),
    ...outOfOrder(pack),
  ];
}

function repeated(items: readonly { readonly id: string }[], where: string): readonly Fault[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    const before = first.get(item.id);
    if (before === undefined) first.set(item.id, index);
    return before === undefined
      ? []
      : [{ path: [where, index, 'id'], reason: `"${item.id}" is already the id of ${where}[${before}]` }];
  });
}

function namedButMissing(pack: Pack): readonly Fault[] {
  const known = new Set(pack.clauses.map((clause) => clause.id));
  const named: { clause: string; path: Fault['path'] }[] = [
    ...pack.commitments.flatMap((commitment, index) =>
      commitment.clauses.map((clause, at) => ({ clause, path: ['commitments', index, 'clauses', at] })),
    ),
    ...pack.responsibilities.map(({ clause }, index) => ({
      clause,
      path: ['responsibilities', index, 'clause'],
    })),
    { clause: pack.perpetratorGate.clause, path: ['perpetratorGate', 'clause'] },
    ...purposeNames.flatMap((purpose) => {
      const clause = pack.purposes[purpose];
      return clause === null ? [] : [{ clause, path: ['purposes', purpose] }];
    }),
  ];
  if (pack.breathingSpace)
    named.push({ clause: pack.breathingSpace.clause, path: ['breathingSpace', 'clause'] });
  return named
    .filter(({ clause }) => !known.has(clause))
    .map(({ clause, path }) => ({ path, reason: `"${clause}" is not a clause of this pack` }));
}

function promisedButNotMeasured(pack: Pack): readonly Fault[] {
  const measured = new Set(pack.commitments.flatMap((commitment) => commitment.clauses));
  return pack.clauses.flatMap((clause, index) =>
    clause.statement || measured.has(clause.id)
      ? []
      : [
          {
            path: ['clauses', index],
            reason: `no commitment names "${clause.id}"; where it cannot be measured yet, say so with "unmeasured"`,
          },
        ],
  );
}

/** What the board names first can be kept or broken. */
function firstButNoDeadline(pack: Pack): readonly Fault[] {
  const clocks = new Set(
    pack.commitments.filter(({ measure }) => measure.kind === 'clock').map((commitment) => commitment.id),
  );
  return pack.headline.flatMap(({ promises }, index) =>
    promises.flatMap((promise, at) =>
      clocks.has(promise)
        ? []
        : [
            {
              path: ['headline', index, 'promises', at],
              reason: `"${promise}" is not a commitment of this pack with a deadline`,
            },
          ],
    ),
  );
}

function outOfOrder(pack: Pack): readonly Fault[] {
  const { opens, closes, cutOff, outOfHoursTarget } = pack.calendar;
  const within = (at: string) => opens < at && at <= closes;
  const faults: (Fault | false)[] = [
    opens >= closes && { path: ['calendar', 'closes'], reason: 'is not after the office opens' },
    cutOff !== null &&
      !within(cutOff) && { path: ['calendar', 'cutOff'], reason: 'is not within office hours' },
    !within(outOfHoursTarget) && {
      path: ['calendar', 'outOfHoursTarget'],
      reason: 'is not within office hours',
    },
    pack.editions !== undefined &&
      pack.editions.at(-1)?.version !== pack.version && {
        path: ['editions'],
        reason: `does not end with the pack’s own version, "${pack.version}"`,
      },
    pack.nextReview <= pack.inForceFrom && { path: ['nextReview'], reason: 'is not after inForceFrom' },
    pack.breathingSpace !== null &&
      pack.breathingSpace.maxMonths < pack.breathingSpace.minMonths && {
        path: ['breathingSpace', 'maxMonths'],
        reason: 'is less than minMonths',
      },
  ];
  return faults.filter((fault) => fault !== false);
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
