import type { Pack } from '#rules/pack.ts';
import { purposeNames } from '#rules/purposes.ts';

interface Fault {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** What only the whole can tell: clauses and commitments name each other, and times and dates are in order. */
export function crossChecks(pack: Pack): readonly Fault[] {
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
