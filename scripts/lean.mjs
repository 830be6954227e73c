/**
 * How Node is told not to let garbage stand. It would fill a good part of the machine's memory before it looks for
 * some: on a large machine more than twice what Lintel needs, and nothing gets faster by it (docs/performance.md).
 * None of this is a bound: what one large document needs, it is given, and given back afterwards.
 */
const flags = ['--max-semi-space-size=6', '--heap-growing-percent=20'];

/**
 * What the C library does with what is released: it keeps it in two places, not in one for each thread, and gives it
 * back to the system from 128 KB on. Left alone it learns from each large text that texts are large, and keeps more.
 */
const environment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

const memoryFlags = /--(?:max|min|initial)[-_](?:old[-_]space|semi[-_]space|heap)[-_]size/;

/** Flags and environment for a program that runs for weeks; whoever sets Node's own in NODE_OPTIONS is left alone. */
export function lean(given) {
  if (memoryFlags.test(given.NODE_OPTIONS ?? '')) return { flags: [], environment: given };
  return { flags, environment: { ...environment, ...given } };
}
