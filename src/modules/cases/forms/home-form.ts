import { z } from 'zod';
import { choice, kept, line, type Typed } from '#kit/forms.ts';
import { isReason, saidTooLittle } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { changesFrom, type HomeChange, homeKinds, type Lives, sameHome } from '#modules/case-file/pure.ts';
import { entrySources } from '#modules/chronology/pure.ts';
import type { PropertyId } from '#rules/facts.ts';

export interface TypedHome extends Lives {
  readonly since: Temporal.PlainDate | null;
  readonly source: string;
  readonly change: HomeChange;
  readonly why: string;
}

const fields = (before: Lives | null) =>
  z
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
      change: choice(
        changesFrom(before).map(({ value }) => value),
        `Say whether they moved, ${before === null ? 'or it is only known now' : 'or what else is different'}`,
      ),
      why: line(500),
    })
    .superRefine((typed, ctx) => {
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
      ({ property_id, ...typed }): TypedHome => ({
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
export function homeForm(
  before: Lives | null,
  found: { readonly id: PropertyId } | null,
  today: Temporal.PlainDate,
): z.ZodType<TypedHome> {
  return z.preprocess((body) => {
    const typed = body as Typed;
    const since = typedDay(typed, 'since', {
      notAfter: today,
      tooLate: 'Write it down on the day on which they live there, not before',
    });
    return { ...typed, since, property_id: found?.id ?? null };
  }, fields(before));
}

/** The id of the home that was chosen or, of one that is just being chosen, comes before it; null: none is. */
export function chosenHome(typed: Typed): PropertyId | null {
  const chosen = kept(typed, typed.property === undefined ? 'property_id' : 'property');
  return (z.uuid().safeParse(chosen).data ?? null) as PropertyId | null;
}
