import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stopwatch } from '#kit/now.ts';
import { progress } from '#kit/progress.ts';
import { importRegister, problemsOf, type Source, tablesOf } from '#modules/register/index.ts';
import { application } from '../program.ts';
import { command, Misunderstood } from './command.ts';
import { landlordBy } from './landlord.ts';
import { openGround, silently } from './open.ts';

export const importCommand = command({
  name: 'import',
  summary:
    'Imports homes, people, tenancies and residents from CSV files and Excel workbooks; run it again at any time.',
  usage:
    'register FILE… [--dry-run] [--dates day-first|month-first] [--landlord SHORT-NAME] [--errors FILE.csv]',
  options: {
    'dry-run': { type: 'boolean', about: 'Only count what would be added, changed and refused.' },
    landlord: {
      type: 'string',
      about: 'The landlord by its short name; not needed where there is only one.',
    },
    dates: {
      type: 'string',
      about: 'day-first or month-first: which 03/04/2024 is, where no date of a column shows it.',
    },
    errors: { type: 'string', about: 'Write every problem, with its file and line, to this CSV file.' },
  },
  words: [2, 20],
  async run(context, { values, positionals }) {
    const [what, ...paths] = positionals;
    if (what !== 'register')
      throw new Misunderstood('lintel import takes register and the files.', 'Run lintel import --help.');
    const { dates } = values;
    if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first')
      throw new Misunderstood('--dates is day-first or month-first.', 'Run lintel import --help.');
    const { ground, close } = await openGround(context.config(), silently);
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    process.once('SIGINT', stop);
    const folder = await mkdtemp(join(tmpdir(), 'lintel-'));
    try {
      const files: Source[] = [];
      for (const path of paths) files.push(...(await tablesOf(path, basename(path), { folder })));
      const organisation = await landlordBy(ground.app, values.landlord);
      const office = await application.office(ground, organisation);
      const dryRun = values['dry-run'] ?? false;
      const elapsed = stopwatch();
      let bar: ReturnType<typeof progress> | undefined;
      const run = await importRegister(ground.app, office, {
        files,
        dryRun,
        dates,
        signal: stopping.signal,
        onProgress(read, expected) {
          bar ??= progress(dryRun ? 'Checking' : 'Importing', expected);
          bar.at(read);
        },
      });
      bar?.end();
      for (const { file, text } of run.findings) context.print(`${file}: ${text}`);
      const { counts } = run;
      const rate = Math.round(counts.read / Math.max(0.001, elapsed() / 1000));
      context.print(
        `${counts.read} rows read: ${counts.added} added, ${counts.changed} changed, ${counts.same} the same, ` +
          `${counts.refused} refused (${rate} rows a second).`,
      );
      if (dryRun) context.print('Nothing was changed: this was a dry run.');
      if (values.errors) {
        await writeFile(values.errors, await problemsOf(ground.app, organisation, run.id), { mode: 0o600 });
        context.print(`Problems are in ${values.errors}.`);
      }
      if (run.state === 'stopped') {
        context.print('Stopped. Run it again with the same files to go on from here.');
        return 1;
      }
      if (!dryRun)
        context.print(
          'Possible duplicates are looked for while Lintel runs; see Landlord, Register, Possible duplicates.',
        );
      return counts.refused > 0 ? 1 : 0;
    } finally {
      await rm(folder, { recursive: true, force: true });
      process.off('SIGINT', stop);
      await close();
    }
  },
});
