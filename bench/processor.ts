import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds in one tick of /proc's clocks. */
const tick = 10;
const pageBytes = 4096;

/** The process that a backend of PostgreSQL descends from; null where the system has no /proc. */
export function parentOf(pid: number): number | null {
  const fields = statOf(pid);
  return fields ? Number(fields[1]) : null;
}

/**
 * Milliseconds of processor time that a process and everything it started have used, the ended included; null where the
 * system has no /proc.
 */
export function busyWithChildren(parent: number | null): number | null {
  if (parent === null) return null;
  const own = statOf(parent);
  if (!own) return null;
  const ticks = [own, ...childrenOf(parent)].reduce((sum, fields) => sum + usedBy(fields), 0);
  // utime, stime, and the same of ended children.
  return tick * (ticks + Number(own[13]) + Number(own[14]));
}

/** Bytes of resident memory of everything that a process started; null where the system has no /proc. */
export function memoryOfChildren(parent: number): number | null {
  if (!statOf(parent)) return null;
  return childrenOf(parent).reduce((sum, fields) => sum + pageBytes * Number(fields[21] ?? 0), 0);
}

/** The most memory in bytes that a process has ever held: the system's own figure, no sample of it. */
export function peakMemory(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** Shares of the machine's time since the start that nobody here had: taken by the host, 0 to 1. */
export function stolen(): { readonly stolen: number; readonly all: number } | null {
  try {
    const numbers =
      readFileSync('/proc/stat', 'utf8').split('\n')[0]?.split(/\s+/).slice(1).map(Number) ?? [];
    return { stolen: numbers[7] ?? 0, all: numbers.slice(0, 8).reduce((sum, each) => sum + each, 0) };
  } catch {
    return null;
  }
}

function childrenOf(parent: number): readonly (readonly string[])[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = statOf(Number(name));
      return fields && Number(fields[1]) === parent ? [fields] : [];
    });
}

function usedBy(fields: readonly string[]): number {
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** What follows the program's name: state, parent, …; null where there is no such process. */
function statOf(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
