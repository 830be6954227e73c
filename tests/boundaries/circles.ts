import type { Breach } from './house.ts';
import { reaches, type Source } from './sources.ts';

/** Files that reach one another in a circle, of types too; each circle once. */
export function circles(sources: readonly Source[]): readonly Breach[] {
  const graph = new Map(sources.map((source) => [source.path, reaches(source)]));
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const { to } of graph.get(path) ?? []) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found.map((circle) => ({ path: circle[0] ?? '', because: `a circle: ${circle.join(' → ')}` }));
}
