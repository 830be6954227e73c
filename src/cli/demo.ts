import { countLandlords } from '#kit/database/landlords.ts';
import { Failure } from '#kit/failure.ts';
import { progress } from '#kit/progress.ts';
import { application } from '../program.ts';
import type { Ground } from './application.ts';
import { command, Misunderstood } from './command.ts';
import { demonstrationLines } from './demonstration.ts';
import { openGround, silently } from './open.ts';

const most = { homes: 50_000, months: 24 };

export const demo = command({
  name: 'demo',
  summary: 'Adds an invented landlord of any size, with months of invented casework, to this database.',
  usage: '[--pack PACK] [--homes NUMBER] [--months NUMBER]',
  options: {
    pack: { type: 'string', about: 'The policy pack; vivid-2023 where none is given.' },
    homes: { type: 'string', about: `How many homes, from 200 to ${most.homes}; 2000 where none is given.` },
    months: { type: 'string', about: `How many months, from 1 to ${most.months}; 6 where none is given.` },
  },
  async run(context, { values }) {
    const asked = {
      packId: values.pack ?? 'vivid-2023',
      homes: wholeNumber('homes', values.homes ?? '2000', 200, most.homes),
      months: wholeNumber('months', values.months ?? '6', 1, most.months),
    };
    const { ground, close } = await openGround(context.config(), silently);
    try {
      await refuseAmongRealLandlords(ground);
      const bar = progress('Playing', 1);
      const signIns = await application.loadAnother(ground, asked, bar.at);
      bar.end();
      for (const line of demonstrationLines(signIns)) context.print(line);
      return undefined;
    } finally {
      await close();
    }
  },
});

/** Its accounts have a password that anybody can read here: they stand in no database with real people's records. */
async function refuseAmongRealLandlords({ app }: Ground): Promise<void> {
  const { real } = await countLandlords(app);
  if (real > 0)
    throw new Failure(
      'This database holds the records of real landlords.',
      'Name another database with DATABASE_URL, or another folder with LINTEL_DATA.',
    );
}

function wholeNumber(option: string, typed: string, least: number, greatest: number): number {
  const number = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= least && number <= greatest) return number;
  throw new Misunderstood(
    `--${option} takes a whole number from ${least} to ${greatest}, not “${typed}”.`,
    'Run lintel demo --help to see what it takes.',
  );
}
