import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#kit/free-port.ts';
import type { Ending } from './database.ts';

const program = '/usr/sbin/clamd';
export const clamdMissing = existsSync(program)
  ? false
  : 'clamd is not here: apt-get install clamav-daemon, then run this test again';

/** What our own signature finds; no scanner in the world knows it. */
export const harmful = new TextEncoder().encode(
  'LINTEL-TEST-HARM: nothing harmful, for our own signature alone',
);

export interface RunningScanner {
  readonly address: string;
  stop(): Promise<void>;
}

/** A real clamd with a signature of our own, which needs no list from anywhere. */
export async function runClamd(t: Ending, port?: number): Promise<RunningScanner> {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-clamd-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const hash = createHash('sha256').update(harmful).digest('hex');
  writeFileSync(join(folder, 'own.hsb'), `${hash}:${harmful.length}:Lintel.Own.Test\n`);
  const listens = port ?? (await freePort());
  const settings = {
    DatabaseDirectory: folder,
    TCPSocket: listens,
    TCPAddr: '127.0.0.1',
    TemporaryDirectory: folder,
    Foreground: 'yes',
    MaxThreads: 2,
    StreamMaxLength: '2M',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  writeFileSync(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  const child = spawn(program, ['-c', join(folder, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  t.after(stop);
  const address = `127.0.0.1:${listens}`;
  for (let round = 0; ; round += 1) {
    if (child.exitCode !== null || round > 300) throw new Error(`clamd does not answer: ${said}`);
    if (await answers(listens)) return { address, stop };
    await pause(100);
  }
}

async function answers(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
