import type { StaffId } from '#rules/facts.ts';

/**
 * Who checks it next: each in turn, so that nobody can tell from who it is whether there is a case; another one than
 * before, where there is another. Null: there is nobody.
 */
export function whoChecks(
  colleagues: readonly StaffId[],
  { of, before, times }: { readonly of: string; readonly before: StaffId | null; readonly times: number },
): StaffId | null {
  const others = colleagues.filter((each) => each !== before);
  const from = others.length > 0 ? others : colleagues;
  const seed = [...of].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return from[(seed + times) % from.length] ?? null;
}
