import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Now } from '../now.ts';

/** How much may arrive, so that nobody fills the disk, neither at once nor bit by bit. */
export interface UploadLimits {
  /** Forms of one person that arrive at the same time; a phone and a desk may both be in use. */
  readonly openEach: number;
  /** Of everybody. */
  readonly openInAll: number;
  /** Bytes of one person within an hour, whatever became of them. */
  readonly bytesEachHour: number;
  /** What stays free of each disk that a file passes through, for everything else that is written there. */
  readonly leaves: number;
}

export const ordinaryUploads: UploadLimits = {
  openEach: 3,
  openInAll: 30,
  bytesEachHour: 4 * 2 ** 30,
  leaves: 512 * 2 ** 20,
};

/** Why files are read past and not kept: their form says so beside the field, and keeps what was typed. */
export type NoRoom = 'busy' | 'full';

export interface Room {
  /**
   * Promises room for so many bytes of somebody, before one of them is read.
   * @returns what gives the room back, given how many came; or why there is none
   */
  take(who: string, bytes: number): Promise<((arrived: number) => void) | NoRoom>;
}

interface Open {
  readonly who: string;
  readonly bytes: number;
}
interface Sent extends Open {
  readonly at: number;
}
const hour = 3_600_000;

/**
 * Of this program: what is under way, and what came within the hour.
 * @param folders where files lie for a moment, and where they are kept
 */
export function uploadRoom(limits: UploadLimits, folders: readonly string[], now: Now, free = freeOf): Room {
  const open = new Set<Open>();
  let sent: readonly Sent[] = [];
  return {
    async take(who, bytes) {
      sent = sent.filter(({ at }) => now().epochMilliseconds - at < hour);
      const theirs = [...open].filter((each) => each.who === who);
      const recent = sent.filter((each) => each.who === who);
      const inTheHour = total([...theirs, ...recent]) + bytes;
      if (theirs.length >= limits.openEach || open.size >= limits.openInAll) return 'busy';
      if (inTheHour > limits.bytesEachHour) return 'busy';
      const mine = { who, bytes };
      // Counted before anything is waited for: two who ask at the same moment both see it.
      open.add(mine);
      if ((await free(folders)) - total(open) < limits.leaves) {
        open.delete(mine);
        return 'full';
      }
      return (arrived) => {
        if (open.delete(mine)) sent = [...sent, { who, bytes: arrived, at: now().epochMilliseconds }];
      };
    },
  };
}

function total(of: Iterable<Open>): number {
  return [...of].reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Of the fullest of them. What cannot be asked is left to the writing, which fails and says so. */
async function freeOf(folders: readonly string[]): Promise<number> {
  const free = await Promise.all(
    [tmpdir(), ...folders].map((folder) =>
      statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => Number.POSITIVE_INFINITY,
      ),
    ),
  );
  return Math.min(...free);
}
