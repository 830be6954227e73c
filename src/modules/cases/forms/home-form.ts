import { z } from 'zod';
import { choice, formGiven, kept, known, line, onList, type Typed } from '#kit/forms.ts';
import { isReason, saidTooLittle } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import {
  changesFrom,
  type HomeChange,
  homeChanges,
  homeKinds,
  type Lives,
  sameHome,
} from '#modules/case-file/pure.ts';
import { entrySources } from '#modules/chronology/pure.ts';
import type { PropertyId } from '#rules/facts.ts';

const uuid = z.uuid();

export interface TypedHome extends Lives {
  readonly since: Temporal.PlainDate | null;
  readonly source: string;
  readonly change: HomeChange;
  readonly why: string;
}

/** What was on record decides what can be said of the change; where nothing was, here is what to say. */
const changed = z.custom<HomeChange>((value) => homeChanges.some((each) => each.value === value), {
  error: ({ input }) => String(input),
});

function unsaid(before: Lives | null): string {
  return `Say whether they moved, ${before === null ? 'or it is only known now' : 'or what else is different'}`;
}

const fields = z
  .object({
    kind: choice(
      homeKinds.map(({ value }) => value),
      'Say where they live, that it is not known, or that they would rather not say',
    ),
    property_id: z.uuid().nullable(),
    address: line(300),
    since: optionalDay,
    source: choice(
      entrySources.map(({ value }) => value),
      'Say from whom we know',
    ),
    change: changed,
    why: line(500),
    before: known<Lives | null>(),
  })
  .superRefine(({ before, ...typed }, ctx) => {
    const lives = livesIn(typed);
    const problems = [
      typed.kind === 'register' &&
        typed.property_id === null && { field: 'search', message: 'Find the home and choose it' },
      typed.kind === 'elsewhere' &&
        typed.address === '' && { field: 'address', message: 'Enter the address' },
      typed.change === 'wrong' &&
        !isReason(typed.why) && {
          field: 'why',
          message: typed.why === '' ? 'Say what was wrong with it' : saidTooLittle,
        },
      before !== null &&
        sameHome(before, lives) && { field: 'kind', message: 'This is what is on record already' },
    ];
    for (const problem of problems)
      if (problem) ctx.addIssue({ code: 'custom', path: [problem.field], message: problem.message });
  })
  .transform(
    ({ property_id, before: _, ...typed }): TypedHome => ({
      ...typed,
      ...livesIn({ ...typed, property_id }),
      why: typed.change === 'wrong' ? typed.why : '',
    }),
  );

function livesIn(typed: {
  readonly kind: Lives['kind'];
  readonly property_id: string | null;
  readonly address: string;
}): Lives {
  const { kind, property_id, address } = typed;
  return {
    kind,
    propertyId: kind === 'register' ? (property_id as PropertyId | null) : null,
    address: kind === 'elsewhere' ? address : '',
  };
}

/**
 * @param before what is on record; null: nothing is
 * @param found the home that was chosen, where the register shows it to whoever asks
 */
export const homeForm = formGiven(
  fields,
  (typed, before: Lives | null, found: { readonly id: PropertyId } | null, today: Temporal.PlainDate) => {
    const since = typedDay(typed, 'since', {
      notAfter: today,
      tooLate: 'Write it down on the day on which they live there, not before',
    });
    const changes = changesFrom(before).map(({ value }) => value);
    const change = onList(changes, typed, 'change') || unsaid(before);
    return { ...typed, since, property_id: found?.id ?? null, change, before };
  },
);

/** The id of the home that was chosen or, of one that is just being chosen, comes before it; null: none is. */
export function chosenHome(typed: Typed): PropertyId | null {
  const chosen = kept(typed, typed.property === undefined ? 'property_id' : 'property');
  return (uuid.safeParse(chosen).data ?? null) as PropertyId | null;
}
