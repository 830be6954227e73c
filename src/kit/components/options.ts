import type { Attributes, Html } from '../html.ts';

/** Read-only options whose optional ones may also be given as `undefined`. */
export type Options<T> = {
  readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/** Plain words, which are escaped, or markup, which wins when both are given. */
export type Content = Options<{ text?: string; html?: Html }>;

/** Extra classes and attributes of an element. */
export type Styling = Options<{ classes?: string; attributes?: Attributes }>;

/** An entry that a condition may leave out of a list. */
export type Maybe<T> = T | null | undefined | false;

export function content(of: Content | undefined): Html | string | undefined {
  return of?.html ?? of?.text;
}

/** Class names joined by spaces; whatever is absent is left out. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  let joined = '';
  for (const name of names) if (name) joined += joined === '' ? name : ` ${name}`;
  return joined;
}
