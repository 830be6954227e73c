import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#kit/free-port.ts';

const root = join(import.meta.dirname, '../..');

/** Lintel itself, in a process of its own, as somebody started it. */
export interface Program {
  readonly staff: string;
  readonly help: string;
  /** What it wrote, to its log and to whoever started it. */
  said(): string;
  isAlive(): boolean;
  /** Stops it as a service manager does. @returns its exit status */
  stop(): Promise<number | null>;
}

export const secret = 'a secret for tests, which guards nothing';

/** Starts it and waits until it serves. @param environment above all where its data are */
export async function startProgram(environment: Readonly<Record<string, string>>): Promise<Program> {
  const [port, helpPort] = [await freePort(), await freePort()];
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(LINTEL_|DATABASE_|SMTP_|MAIL_|PG)/.test(name),
  );
  const child = spawn(process.execPath, [join(root, 'start.ts')], {
    cwd: root,
    env: {
      ...Object.fromEntries(own),
      LINTEL_PORT: String(port),
      LINTEL_HELP_PORT: String(helpPort),
      LINTEL_DEMO: 'off',
      LINTEL_SECRET: secret,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const program: Program = {
    staff: `http://127.0.0.1:${port}`,
    help: `http://127.0.0.1:${helpPort}`,
    said: () => said,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: () => ended(child),
  };
  for (let tries = 0; program.isAlive() && tries < 1_200; tries += 1) {
    if (said.includes('Press Ctrl-C to stop')) return program;
    await pause(100);
  }
  await ended(child);
  throw new Error(`The program did not start:\n${said}`);
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}
