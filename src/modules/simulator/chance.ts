/** Numbers that look drawn by chance and are the same on every load. */
export interface Chance {
  /** From 0 up to 1. */
  share(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True in so many of 1. */
  yes(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of these, by weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  shuffled<T>(list: readonly T[]): readonly T[];
  /** Another sequence, which stays the same however much is drawn from this one. */
  apart(name: string): Chance;
}

/** Takes from each list what it has not taken before, until all has been: no two people say the same. */
export type Deal = <T>(list: readonly T[]) => T;

export function dealer(chance: Chance): Deal {
  const left = new WeakMap<readonly unknown[], unknown[]>();
  return <T>(list: readonly T[]): T => {
    const remaining = (left.get(list) ?? []) as T[];
    if (remaining.length === 0) remaining.push(...chance.shuffled(list));
    left.set(list, remaining);
    return remaining.pop() as T;
  };
}

export function chance(seed: string): Chance {
  const next = mulberry(hashed(seed));
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    share: next,
    whole,
    yes: (share) => next() < share,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('There is nothing to choose from');
      return list[whole(0, list.length - 1)] as T;
    },
    weighted<T>(list: readonly (readonly [T, number])[]): T {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new RangeError('There is nothing to choose from');
    },
    shuffled<T>(list: readonly T[]): readonly T[] {
      const left = [...list];
      return list.map(() => left.splice(whole(0, left.length - 1), 1)[0] as T);
    },
    apart: (name) => chance(`${seed}/${name}`),
  };
}

/** FNV-1a, 32 bits. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: 32 bits of state are plenty for a story. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
