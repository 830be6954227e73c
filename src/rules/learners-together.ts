import type { Learner } from './learner.ts';

/** Who would learn it in one way. */
export interface LearntOver {
  /** What the way is called, beside others; a single one needs no name. */
  readonly way: string;
  readonly learners: readonly Learner[];
}

/** What is said of somebody: of these ways; none: of each. */
export interface Said {
  readonly ways: readonly string[];
  readonly text: string;
}

export interface Named {
  readonly who: readonly string[];
  /** Who they are to them, whichever way it goes; `''`: what is said of each way tells it. */
  readonly why: string;
  readonly said: readonly Said[];
  readonly unknown: boolean;
}

/** Read in this order: whom they fear, who would or could see it, and once, what nobody knows. */
export interface Together {
  readonly feared: readonly Named[];
  readonly known: readonly Named[];
  readonly unknown: readonly Named[];
}

/** The same people by several ways, each named once with what differs by the way: nothing is left out. */
export function together(by: readonly LearntOver[]): Together {
  const all = by.flatMap(({ way, learners }) => learners.map((learner) => ({ way, learner })));
  const groups = [...Map.groupBy(all, ({ learner }) => keyOf(learner)).values()].map((group) => ({
    first: (group[0] as (typeof all)[number]).learner,
    named: namedOf(group, by),
  }));
  const pick = (keep: (learner: Learner) => boolean | undefined) => groups.filter(({ first }) => keep(first));
  const known = pick(({ feared, how }) => !feared && how !== 'not_known');
  return {
    feared: pick(({ feared }) => feared).map(({ named }) => named),
    known: alike(known.map(({ named }) => named)),
    unknown: pick(({ feared, how }) => !feared && how === 'not_known').map(({ named }) => named),
  };
}

/** Of several who are feared each stands by itself, as near as they are. */
function keyOf({ who, why, how, feared }: Learner): string {
  return feared ? `feared ${who} ${why}` : `${how} ${who}`;
}

function namedOf(
  group: readonly { readonly way: string; readonly learner: Learner }[],
  by: readonly LearntOver[],
): Named {
  const [{ learner: first }] = group as readonly [(typeof group)[number]];
  const sameWhy = group.every(({ learner }) => learner.why === first.why);
  const unknown = first.how === 'not_known';
  // What somebody could do of whom nobody knows whether they are there adds nothing; of whoever is feared it does.
  const sees = (learner: Learner) => (unknown && !first.feared ? '' : (learner.sees ?? ''));
  const text = (learner: Learner) =>
    sameWhy ? sees(learner) : [learner.why, sees(learner)].filter(Boolean).join(' ');
  const said = [...Map.groupBy(group, ({ learner }) => text(learner))].map(([words, each]) => ({
    text: words,
    ways: everyWay(
      each.map(({ way }) => way),
      by,
    ),
  }));
  return { who: [first.who], why: sameWhy ? first.why : '', said, unknown };
}

function everyWay(ways: readonly string[], by: readonly LearntOver[]): readonly string[] {
  const found = new Set(ways);
  return by.every(({ way }) => found.has(way)) ? [] : [...found];
}

/** Who could do the same by the same ways, at home: named together, so that it is read once. */
function alike(known: readonly Named[]): readonly Named[] {
  const keyed = known.map((named, index) => ({
    named,
    key: named.said.some(({ text }) => text !== '') ? JSON.stringify(named.said) : String(index),
  }));
  return [...Map.groupBy(keyed, ({ key }) => key).values()]
    .map((group) => group.map(({ named }) => named))
    .map((group) =>
      group.length === 1
        ? (group[0] as Named)
        : {
            ...(group[0] as Named),
            who: group.flatMap(({ who }) => who),
            why: [...new Set(group.map(({ why }) => why))].join(' '),
          },
    );
}
