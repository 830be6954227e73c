import { readFile, stat } from 'node:fs/promises';
import { importBankHolidays, knownBankHolidays } from '#kit/bank-holidays.ts';
import { Failure, wordsOf } from '#kit/failure.ts';
import type { Database } from '#kit/sql.ts';
import {
  type BankHolidays,
  bankHolidaysRunOut,
  parseBankHolidays,
} from '#packs/bank-holidays/bank-holidays.ts';
import { changesBetween, divisions, problemsOfNewer, withNewer } from '#packs/bank-holidays/newer.ts';
import type { Problem } from '#packs/problems.ts';
import { command } from './command.ts';
import { openGround, silently } from './open.ts';

const source = 'https://www.gov.uk/bank-holidays.json';
/** The file from GOV.UK has some 20 KB. */
const mostBytes = 1_000_000;

export const bankHolidays = command({
  name: 'bank-holidays',
  summary:
    'Imports a newer list of bank holidays from GOV.UK; without a file it says how far they are known.',
  usage: '[FILE.json] [--dry-run]',
  options: { 'dry-run': { type: 'boolean', about: 'Only say what the file would change.' } },
  words: [0, 1],
  async run(context, { values, positionals: [path] }) {
    const { ground, close } = await openGround(context.config(), silently);
    try {
      const known = await knownBankHolidays(ground.app);
      const today = ground.now().toZonedDateTimeISO('Europe/London').toPlainDate();
      if (path === undefined) {
        for (const line of howFar(known, today)) context.print(line);
        return undefined;
      }
      const newer = await readBankHolidays(path, known);
      for (const line of whatChanges(known, withNewer(known, newer))) context.print(line);
      if (values['dry-run']) {
        context.print('Nothing was changed: this was a dry run.');
        return undefined;
      }
      context.print(await keep(ground.app, newer, ground.now()));
      return undefined;
    } finally {
      await close();
    }
  },
});

/**
 * A file as GOV.UK publishes it.
 * @throws Failure naming everything that is wrong with it, and where
 */
export async function readBankHolidays(path: string, known: BankHolidays): Promise<BankHolidays> {
  const read = parseBankHolidays(await readJson(path));
  const problems = read.ok ? problemsOfNewer(read.holidays, known) : read.problems;
  if (!read.ok || problems.length > 0) throw broken(path, problems);
  return read.holidays;
}

async function readJson(path: string): Promise<unknown> {
  const remedy = `Download ${source} and name the file.`;
  const { size } = await stat(path).catch((thrown: unknown) => {
    throw new Failure(`${path} cannot be read.`, remedy, thrown);
  });
  if (size > mostBytes) throw new Failure(`${path} is too large to be the list of bank holidays.`, remedy);
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    throw new Failure(`${path} is not JSON: ${wordsOf(thrown)}`, remedy, thrown);
  }
}

const listedAtMost = 20;

function broken(path: string, problems: readonly Problem[]): Failure {
  const lines = problems.slice(0, listedAtMost).map(({ path: place, reason }) => `  - ${place}: ${reason}`);
  const more = problems.length > listedAtMost ? [`  - and ${problems.length - listedAtMost} more`] : [];
  return new Failure(
    [`${path} is not taken:`, ...lines, ...more].join('\n'),
    `Download ${source} again; nothing was changed.`,
  );
}

function howFar(known: BankHolidays, today: Temporal.PlainDate): readonly string[] {
  return divisions.map((division) => {
    const until = known[division].at(-1)?.date ?? 'never';
    const runOut = bankHolidaysRunOut(known[division], today);
    const warning = runOut ? `: ${runOut.daysLeft} days are left. Download ${source} and import it` : '';
    return `${division.padEnd(20)}known until ${until}${warning}.`;
  });
}

function whatChanges(known: BankHolidays, after: BankHolidays): readonly string[] {
  return changesBetween(known, after).flatMap(({ division, until, added, gone }) => [
    `${division.padEnd(20)}known until ${until}: ${added.length} new, ${gone.length} gone.`,
    ...gone.map(({ date, title }) => `  No longer a bank holiday: ${date} ${title}.`),
  ]);
}

async function keep(db: Database, newer: BankHolidays, now: Temporal.Instant): Promise<string> {
  const landlords = await importBankHolidays(db, newer, now);
  if (landlords === 0)
    throw new Failure('There is no landlord yet for whom it could be kept.', 'Make one first: lintel setup.');
  return 'Imported and recorded. Restart Lintel: from then on it reckons with them. Promises that run keep their time.';
}
