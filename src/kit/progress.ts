import { stopwatch } from './now.ts';

/** Where progress is shown: standard error, so that a command's output stays its own. */
type Screen = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

/** Long work that says how far it is. */
export type Progress = Readonly<{
  /** How much is done, in the unit of `total`. */
  at: (done: number) => void;
  /** Ends the line with how long it took. */
  end: () => void;
}>;

/** A bar that fills on a terminal; elsewhere a plain line at each tenth; both with the time that it has taken. */
export function progress(label: string, total: number, screen: Screen = process.stderr): Progress {
  const elapsed = stopwatch();
  const seconds = () => `${(elapsed() / 1000).toFixed(1)} s`;
  return screen.isTTY ? bar(label, total, screen, seconds, elapsed) : lines(label, total, screen, seconds);
}

function bar(
  label: string,
  total: number,
  screen: Screen,
  seconds: () => string,
  elapsed: () => number,
): Progress {
  const width = Math.max(10, Math.min(40, (screen.columns || 80) - label.length - 24));
  let drawn = -1000;
  return {
    at(done) {
      if (elapsed() - drawn < 100) return;
      drawn = elapsed();
      const full = Math.round(share(done, total) * width);
      screen.write(
        `\r${label} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent(done, total)} ${seconds()}`,
      );
    },
    end() {
      screen.write(`\r\u001b[K${label} (${seconds()})\n`);
    },
  };
}

function lines(label: string, total: number, screen: Screen, seconds: () => string): Progress {
  let tenth = 0;
  return {
    at(done) {
      const now = Math.floor(share(done, total) * 10);
      if (now <= tenth || now === 10) return;
      tenth = now;
      screen.write(`${label}: ${percent(done, total)} (${seconds()})\n`);
    },
    end() {
      screen.write(`${label} (${seconds()})\n`);
    },
  };
}

function share(done: number, total: number): number {
  return total > 0 ? Math.min(1, done / total) : 1;
}

function percent(done: number, total: number): string {
  return `${Math.floor(share(done, total) * 100)} %`.padStart(5);
}
