import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { root } from './check/perform.ts';

/** What some pages, the first start or an export needs: it is loaded on first use. */
const onFirstUse = [
  'demonstration/stage/play.ts',
  'demonstration/script/script.ts',
  'node_modules/sass/',
  'node_modules/docx/',
  'node_modules/linkedom/',
  'node_modules/nodemailer/',
  'node_modules/@observablehq/plot/',
  'node_modules/@myriaddreamin/',
  'node_modules/sharp/',
  'node_modules/file-type/',
  'node_modules/heic-decode/',
  'node_modules/pdfjs-dist/',
  'node_modules/@napi-rs/',
  'node_modules/aws4fetch/',
];

/** Each costs a third of a millisecond at every start. */
const most = 2_800;

const hook = `import { registerHooks } from 'node:module';
  registerHooks({ load(url, context, next) { console.log(url); return next(url, context); } });`;

test('a start loads what every start needs, and no more modules than it was given', () => {
  const loading = `await import('./src/cli/serve.ts'); await import('./src/program.ts');`;
  const asked = [
    `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    '--input-type=module',
    '-e',
    loading,
  ];
  const loaded = execFileSync(process.execPath, asked, { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const name of onFirstUse)
    assert.deepEqual(
      loaded.filter((url) => url.includes(name)),
      [],
      name,
    );
  assert.ok(loaded.length > 1_000 && loaded.length <= most, `${loaded.length} modules`);
});
