import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const launcher = pathToFileURL(join(import.meta.dirname, '../scripts/launch.mjs')).href;

interface Started {
  readonly flags: readonly string[];
  readonly arenas: string | null;
  readonly args: readonly string[];
}

/** What a program finds that was started as Lintel is. */
function started(options: object, environment: Readonly<Record<string, string>> = {}): Started {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-lean-'));
  try {
    const probe = join(folder, 'probe.mjs');
    writeFileSync(
      probe,
      `console.log(JSON.stringify({ flags: process.execArgv.filter((flag) => /size|percent/.test(flag)),
        arenas: process.env.MALLOC_ARENA_MAX ?? null, args: process.argv.slice(2) }))`,
    );
    const program = join(folder, 'program.mjs');
    writeFileSync(
      program,
      `import { launch } from ${JSON.stringify(launcher)};
        await launch(${JSON.stringify(probe)}, ['an argument'], ${JSON.stringify(options)});`,
    );
    const { NODE_OPTIONS: _, MALLOC_ARENA_MAX: __, ...own } = process.env;
    const env = { ...own, ...environment };
    return JSON.parse(execFileSync(process.execPath, [program], { env, encoding: 'utf8', timeout: 20_000 }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a Lintel that serves lets no garbage stand, and is bounded by nothing', () => {
  const { flags, arenas, args } = started({ serves: true });
  assert.deepEqual(flags, ['--max-semi-space-size=6', '--heap-growing-percent=20']);
  assert.ok(!flags.some((flag) => /old-space|heap-size/.test(flag)), 'a bound would end it where it is met');
  assert.equal(arenas, '2');
  assert.deepEqual(args, ['an argument']);
});

test('whoever sets how much memory Node takes is not overruled', () => {
  const { flags } = started({ serves: true }, { NODE_OPTIONS: '--max-old-space-size=4096' });
  assert.deepEqual(flags, []);
  assert.equal(started({ serves: true }, { MALLOC_ARENA_MAX: '8' }).arenas, '8');
});

test('a command that ends by itself runs as Node runs it', () => {
  assert.deepEqual(started({}), { flags: [], arenas: null, args: ['an argument'] });
});
