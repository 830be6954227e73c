import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '#kit/database/embedded.ts';
import { perform, root, shard } from '../check/perform.ts';
import { faults as every, type Fault } from './faults.ts';
import { planted } from './plant.ts';

/**
 * npm run mutate: plants each fault of the list in a copy, and runs the tests that must find it. Ends with a failure
 * where one survives that is not listed as such, or is found that is. `npm run mutate -- src/rules` takes those alone.
 */

const [of = ''] = process.argv.slice(2);
const faults = every.filter(({ file }) => file.startsWith(of));

const scratch = mkdtempSync(join(tmpdir(), 'lintel-faults-'));
const copied = [
  'src',
  'tests',
  'migrations',
  'scripts',
  'docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
for (const name of copied) cpSync(join(root, name), join(scratch, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'));

const wrong: string[] = [];
try {
  const all = [...new Set(faults.flatMap(({ tests }) => tests))];
  if ((await failures(all)) > 0) throw new Error('Tests fail without any fault: mend them first.');
  for (const fault of faults) await plant(fault);
} finally {
  const data = join(scratch, '.cache/test-database');
  if (existsSync(data)) await (await openEmbedded({ data, fast: true })).close();
  rmSync(scratch, { recursive: true, force: true });
}
for (const line of wrong) console.log(line);
console.log(`\n${faults.length - wrong.length} as they should be, ${wrong.length} not`);
process.exit(wrong.length > 0 || faults.length === 0 ? 1 : 0);

async function plant(fault: Fault): Promise<void> {
  const place = join(scratch, fault.file);
  const whole = readFileSync(place, 'utf8');
  writeFileSync(place, planted(whole, fault));
  const found = (await failures(fault.tests)) > 0;
  writeFileSync(place, whole);
  const what = `${fault.file}: “${fault.text.trim()}” → “${fault.replacement.trim()}”`;
  console.log(`${found ? 'found   ' : 'survived'}  ${what}`);
  if (!found && !fault.survives) wrong.push(`✖ Survived: ${what}\n  Looked for by ${fault.tests.join(', ')}`);
  if (found && fault.survives) wrong.push(`✖ Found, though listed as surviving: ${what}`);
}

async function failures(tests: readonly string[]): Promise<number> {
  const { tally, output } = await perform(shard('Faults', tests), undefined, scratch);
  if (process.env.SHOW) console.log(output);
  return tally.failed;
}
