import type { Now } from '../now.ts';
import { StoreAway } from './away.ts';
import { type FileStore, Missing } from './store.ts';

/**
 * A store as it stands: what was asked of it last, and whether it did it. What was put away before it was configured
 * is still read from where it was put.
 * @param before where files lay before; what was put there stays there
 */
export function watchedStore(store: FileStore, before: FileStore | null, now: Now): FileStore {
  let trouble: { readonly since: Temporal.Instant; readonly why: string } | null = null;
  async function tried<T>(work: () => Promise<T>): Promise<T> {
    try {
      const done = await work();
      trouble = null;
      return done;
    } catch (error) {
      if (error instanceof Missing) trouble = null;
      if (error instanceof StoreAway) trouble = { since: trouble?.since ?? now(), why: error.message };
      throw error;
    }
  }
  return {
    kind: store.kind,
    place: store.place,
    trouble: () => trouble,
    put: (name, path) => tried(() => store.put(name, path)),
    async open(name) {
      try {
        return await tried(() => store.open(name));
      } catch (error) {
        if (!(before && error instanceof Missing)) throw error;
        return before.open(name);
      }
    },
    async remove(name) {
      await tried(() => store.remove(name));
      await before?.remove(name);
    },
    async *list(organisation) {
      yield* store.list(organisation);
      if (before) yield* before.list(organisation);
    },
  };
}
