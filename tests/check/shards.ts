import type { Times } from './times.ts';

/** Divides the files so that every shard has about as much to do; a file never measured counts as the median. */
export function shards(files: readonly string[], times: Times, many: number): readonly (readonly string[])[] {
  const unknown = median(files.flatMap((file) => times[file] ?? []));
  const longestFirst = files
    .map((file) => ({ file, took: times[file] ?? unknown }))
    .sort((one, other) => other.took - one.took || (one.file < other.file ? -1 : 1));
  const made = Array.from({ length: many }, () => ({ files: [] as string[], took: 0 }));
  for (const { file, took } of longestFirst) {
    const least = made.reduce((one, other) => (other.took < one.took ? other : one));
    least.files.push(file);
    least.took += took;
  }
  return made.map((shard) => shard.files).filter((shard) => shard.length > 0);
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
