/** One run of the import: of files from the command line, or uploaded by an administrator. */
export interface ImportRun {
  readonly id: string;
  readonly startedAt: Temporal.Instant;
  readonly fileNames: readonly string[];
  readonly dryRun: boolean;
  /**
   * `reading` has workbooks that a job makes tables of, `asking` waits for an answer about its columns.
   * `stopped` was stopped by a person and `failed` by a fault; both go on where they ended.
   */
  readonly state: 'reading' | 'asking' | 'waiting' | 'running' | 'finished' | 'stopped' | 'failed';
  readonly fileAt: number;
  readonly rowAt: number;
  /** How many rows the files have, about: line ends within quotation marks count too. */
  readonly expected: number;
  readonly counts: Counts;
  readonly problem: string | null;
  /** What was seen of the files as wholes. */
  readonly findings: readonly Finding[];
  readonly finishedAt: Temporal.Instant | null;
}

/** What was seen of a file as a whole: nothing is decided in silence. */
export interface Finding {
  readonly file: string;
  readonly text: string;
  /** Nothing of the file is taken before somebody has answered. */
  readonly asks: boolean;
}

export interface Counts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
}

export const noCounts: Counts = { read: 0, added: 0, changed: 0, same: 0, refused: 0 };

export function plus(one: Counts, other: Counts): Counts {
  return {
    read: one.read + other.read,
    added: one.added + other.added,
    changed: one.changed + other.changed,
    same: one.same + other.same,
    refused: one.refused + other.refused,
  };
}

/** One line of the report that a landlord downloads to correct its files. */
export interface ReportedProblem {
  readonly fileName: string;
  readonly line: number;
  readonly field: string;
  readonly problem: string;
  readonly refused: boolean;
}
