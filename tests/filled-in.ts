import assert from 'node:assert/strict';
import type { LivedIn } from './lived-in.ts';

/**
 * The address of a route in a landlord that is lived in: each parameter by the path up to it, the last one by the whole
 * path where another thing is meant there, and any by the path and its name.
 */
export function filledIn(path: string, ids: LivedIn['ids']): string {
  return path.replaceAll(/:\w+/g, (name, index: number) => {
    const upToIt = path.slice(0, index) + name;
    const isLast = !path.slice(upToIt.length).includes(':');
    const known = ids[`${path} ${name}`] ?? (isLast ? ids[path] : undefined) ?? ids[upToIt];
    assert.ok(known, `say in tests/lived-in.ts what stands for ${path}`);
    return known;
  });
}
