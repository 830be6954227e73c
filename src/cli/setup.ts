import { dateInWords } from '#rules/moment.ts';
import { application } from '../program.ts';
import { command, Misunderstood } from './command.ts';
import { openGround, silently } from './open.ts';

export const setup = command({
  name: 'setup',
  summary: 'Makes a landlord under a policy pack and prints a one-time link for its first administrator.',
  usage: '--name NAME --short-name NAME --pack PACK --admin-name NAME --admin-email ADDRESS',
  options: {
    name: { type: 'string', about: "The landlord's name, as people know it." },
    'short-name': {
      type: 'string',
      about: 'Small letters, digits and hyphens, for addresses; example-homes.',
    },
    pack: { type: 'string', about: 'The policy pack; without it the packs are listed.' },
    'admin-name': { type: 'string', about: 'The first administrator.' },
    'admin-email': { type: 'string', about: 'The address with which they sign in.' },
  },
  async run(context, { values }) {
    const {
      name,
      'short-name': shortName,
      pack,
      'admin-name': adminName,
      'admin-email': adminEmail,
    } = values;
    const { ground, close } = await openGround(context.config(), silently);
    try {
      if (!pack) return await listPacks();
      if (!name || !shortName || !adminName || !adminEmail) {
        throw new Misunderstood(
          'The landlord and its first administrator need a name each, a short name and an e-mail address.',
          'Run lintel setup --help to see the options.',
        );
      }
      const { link, until } = await application.setUp(ground, {
        name,
        shortName,
        pack,
        adminName,
        adminEmail,
      });
      context.print(`${name} is set up under ${pack}.`);
      const ends = until.toZonedDateTimeISO('Europe/London');
      context.print(
        `Give this link to ${adminName}. It works once, until ${dateInWords(ends)} at ` +
          `${ends.toPlainTime().toString({ smallestUnit: 'minute' })}:\n\n  ${link}\n`,
      );
      return undefined;
    } finally {
      await close();
    }

    async function listPacks(): Promise<number> {
      context.print('Choose a policy pack with --pack:');
      for (const { id, publisher, title, version } of await application.packs(ground))
        context.print(`  ${id.padEnd(16)}${publisher}: ${title}, ${version}`);
      return 2;
    }
  },
});
