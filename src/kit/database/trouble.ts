import { codeOf, wordsOf } from '../failure.ts';

/** What ails the database. `away`: it cannot be asked, or went while it was asked. `full`: it has no room to write. */
export type Trouble = 'away' | 'full';

/**
 * The database failed whoever asked it, through no fault of the question. Whether a change that was under way is
 * there nobody knows: the answer to the commit may be what was lost.
 */
export class DatabaseTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, cause: unknown) {
    super(`The database is ${trouble}`, { cause });
    this.name = 'DatabaseTrouble';
    this.trouble = trouble;
  }
}

// PostgreSQL's own codes: it shuts down, crashed, starts, has no connection left, became a standby. Then the network's.
const away =
  /^(57P0[1235]|08...|53300|25006|3D000|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
// A server whose socket is not there is not there. Any other file that is missing is none of the database's matters.
const noSocket = (thrown: unknown) =>
  codeOf(thrown) === 'ENOENT' && (thrown as { readonly syscall?: string }).syscall === 'connect';
// Disk full, out of memory, a limit of the configuration, an error of the disk.
const full = /^(53[124]00|58030)$/;
// What the driver says where no server said anything.
const lost =
  /^Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|^Query read timeout|^timeout expired|client is closed|Client was closed/;

/** Null: something else is wrong. @param thrown by the database's driver, or on the way to it */
export function troubleOf(thrown: unknown): Trouble | null {
  if (thrown instanceof DatabaseTrouble) return thrown.trouble;
  const code = codeOf(thrown);
  if (code === undefined) return lost.test(wordsOf(thrown)) ? 'away' : null;
  if (full.test(code)) return 'full';
  return away.test(code) || noSocket(thrown) ? 'away' : null;
}
